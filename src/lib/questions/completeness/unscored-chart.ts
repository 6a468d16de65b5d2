import * as Plot from '@observablehq/plot';
import type { Size } from '#lib/charts/drawing.ts';
import { percent } from '#lib/charts/number.ts';
import { text } from '#lib/charts/theme.ts';
import { shareText, type Unscored, type UnscoredGroup } from './unscored-words.ts';

type Placed = UnscoredGroup & Readonly<{ at: number }>;

const rowHeight = 24;

/** The share of visits without a score, of all and by clinic as rows, and by month below; both on a scale that ends above the largest. */
export function unscoredChart({ groups, months }: Unscored, size: Size): Plot.PlotOptions[] {
	const largest = Math.max(0, ...[...groups, ...months].map(({ share }) => share ?? 0));
	const most = [0.04, 0.1, 0.2, 0.4].find((end) => end >= largest) ?? 1;
	return [groupsPanel(groups, most, size), ...(months.some(({ share }) => share !== null) ? [monthsPanel(months, most, size)] : [])];
}

function groupsPanel(groups: readonly UnscoredGroup[], most: number, size: Size): Plot.PlotOptions {
	const wide = size === 'wide';
	const [width, marginLeft, marginRight, longest] = wide ? [860, 180, 78, 28] : [344, 112, 72, 16];
	const rows = groups.map((group, at) => ({ ...group, at }));
	return {
		...{ width, height: 8 + rows.length * rowHeight + 26, marginLeft, marginRight, marginTop: 8, marginBottom: 26 },
		x: { type: 'linear', domain: [0, most], axis: null },
		y: { type: 'linear', domain: [rows.length, 0], axis: null },
		marks: [
			Plot.gridX(ticks(most), { stroke: 'var(--grid)', strokeOpacity: 1 }),
			Plot.rect(rows.filter(({ share }) => share !== null), { x1: 0, x2: shareOf, y1: ({ at }: Placed) => at + 0.2, y2: ({ at }: Placed) => at + 0.8, fill: 'var(--left-bar)' }),
			Plot.text(rows, { y: ({ at }: Placed) => at + 0.5, text: ({ name }: Placed) => (name.length <= longest ? name : `${name.slice(0, longest - 1).trimEnd()}…`), frameAnchor: 'left', textAnchor: 'end', dx: -10, fontSize: text.small, fill: 'var(--ink)' }),
			Plot.text(rows, { y: ({ at }: Placed) => at + 0.5, text: ({ share }: Placed) => shareText(share), frameAnchor: 'right', textAnchor: 'end', dx: marginRight - 2, fontSize: text.small, fill: 'var(--ink-2)' }),
			Plot.axisX(ticks(most), { tickSize: 0, tickPadding: 6, label: null, tickFormat: percent, fill: 'var(--ink-2)', fontSize: text.small }),
		],
	};
}

function monthsPanel(months: readonly UnscoredGroup[], most: number, size: Size): Plot.PlotOptions {
	const wide = size === 'wide';
	const frame = { width: wide ? 860 : 344, height: 186, marginLeft: 46, marginRight: wide ? 60 : 10, marginTop: 40, marginBottom: 34 };
	const placed = months.map((month, at) => ({ ...month, at }));
	const stride = Math.ceil((54 * months.length) / (frame.width - frame.marginLeft - frame.marginRight));
	return {
		...frame,
		x: { type: 'linear', domain: [-0.5, months.length - 0.5], axis: null },
		y: { type: 'linear', domain: [0, most], axis: null },
		marks: [
			Plot.rect(placed.filter(({ share }) => share === null), { x1: ({ at }: Placed) => at - 0.5, x2: ({ at }: Placed) => at + 0.5, y1: 0, y2: most, fill: 'var(--withheld)' }),
			Plot.gridY(ticks(most), { stroke: 'var(--grid)', strokeOpacity: 1 }),
			Plot.axisY(ticks(most), { tickSize: 0, tickPadding: 6, label: null, tickFormat: percent, fill: 'var(--ink-2)', fontSize: text.small }),
			Plot.text(['By month of the visit'], { frameAnchor: 'top-left', textAnchor: 'start', dx: -frame.marginLeft + 4, dy: 14 - frame.marginTop, fill: 'var(--ink)', fontWeight: 620, fontSize: text.normal }),
			Plot.rect(placed.filter(({ share }) => share !== null), { x1: ({ at }: Placed) => at - 0.34, x2: ({ at }: Placed) => at + 0.34, y1: 0, y2: shareOf, fill: 'var(--left-bar)' }),
			Plot.text(placed.filter(({ at }) => at % stride === 0), { x: 'at', text: 'name', frameAnchor: 'bottom', dy: 18, fontSize: text.small, fill: 'var(--ink-2)' }),
		],
	};
}

function ticks(most: number): number[] {
	return [0, most / 2, most];
}

function shareOf({ share }: UnscoredGroup): number {
	return share ?? NaN;
}
