import * as Plot from '@observablehq/plot';
import type { Size } from '#lib/charts/drawing.ts';
import { percent } from '#lib/charts/number.ts';
import { shareAxis, shareScale } from '#lib/charts/share-axis.ts';
import { text } from '#lib/charts/theme.ts';
import { tellsByMonth, type FollowUp, type FollowUps } from './follow-up-words.ts';

type Placed = FollowUp & Readonly<{ at: number }>;

const rowHeight = 24;

/** The share with a follow-up, of all and by clinic as rows, and by month below. */
export function followUpChart({ groups, months }: FollowUps, size: Size): Plot.PlotOptions[] {
	return [groupsPanel(groups, size), ...(tellsByMonth(months) ? [monthsPanel(months, size)] : [])];
}

function groupsPanel(groups: readonly FollowUp[], size: Size): Plot.PlotOptions {
	const wide = size === 'wide';
	const [width, marginLeft, marginRight] = wide ? [860, 180, 60] : [344, 112, 48];
	const rows = groups.map((group, at) => ({ ...group, at: at + 0.5 }));
	const shown = rows.filter(({ share }) => share !== null);
	return {
		...{ width, height: 8 + rows.length * rowHeight + 26, marginLeft, marginRight, marginTop: 8, marginBottom: 26 },
		x: shareScale,
		y: { type: 'linear', domain: [rows.length, 0], axis: null },
		marks: [
			Plot.gridX([0, 0.25, 0.5, 0.75, 1], { stroke: 'var(--grid)', strokeOpacity: 1 }),
			Plot.ruleY(shown, { y: 'at', x1: lowerOf, x2: upperOf, stroke: 'var(--adjusted)', strokeWidth: 2 }),
			Plot.dot(shown, { y: 'at', x: estimateOf, r: 4.4, fill: 'var(--adjusted)' }),
			Plot.text(rows, { y: 'at', text: ({ name }: Placed) => (name.length <= (wide ? 28 : 16) ? name : `${name.slice(0, wide ? 27 : 15).trimEnd()}…`), frameAnchor: 'left', textAnchor: 'end', dx: -10, fontSize: text.small, fill: 'var(--ink)' }),
			Plot.text(rows, { y: 'at', text: ({ share }: Placed) => (share === null ? 'withheld' : percent(share.estimate)), frameAnchor: 'right', textAnchor: 'end', dx: marginRight - 2, fontSize: text.small, fill: 'var(--ink-2)' }),
			Plot.axisX([0, 0.25, 0.5, 0.75, 1], { tickSize: 0, tickPadding: 6, label: null, tickFormat: percent, fill: 'var(--ink-2)', fontSize: text.small }),
		],
	};
}

function monthsPanel(months: readonly FollowUp[], size: Size): Plot.PlotOptions {
	const wide = size === 'wide';
	const frame = { width: wide ? 860 : 344, height: 236, marginLeft: 46, marginRight: wide ? 60 : 10, marginTop: 44, marginBottom: 34 };
	const placed = months.map((month, at) => ({ ...month, at }));
	const shown = placed.filter(({ share }) => share !== null);
	const stride = Math.ceil((54 * months.length) / (frame.width - frame.marginLeft - frame.marginRight));
	return {
		...frame,
		x: { type: 'linear', domain: [-0.5, months.length - 0.5], axis: null },
		y: shareScale,
		marks: [
			Plot.rect(placed.filter(({ share }) => share === null), { x1: ({ at }: Placed) => at - 0.5, x2: ({ at }: Placed) => at + 0.5, y1: 0, y2: 1, fill: 'var(--withheld)' }),
			...shareAxis('By month of first visit', frame),
			Plot.ruleX(shown, { x: 'at', y1: lowerOf, y2: upperOf, stroke: 'var(--adjusted)', strokeWidth: 1.6 }),
			Plot.dot(shown, { x: 'at', y: estimateOf, r: 3.4, fill: 'var(--adjusted)' }),
			Plot.text(placed.filter(({ at }) => at % stride === 0), { x: 'at', text: 'name', frameAnchor: 'bottom', dy: 18, fontSize: text.small, fill: 'var(--ink-2)' }),
		],
	};
}

function estimateOf({ share }: FollowUp): number {
	return share?.estimate ?? NaN;
}

function lowerOf({ share }: FollowUp): number {
	return share?.lower ?? NaN;
}

function upperOf({ share }: FollowUp): number {
	return share?.upper ?? NaN;
}
