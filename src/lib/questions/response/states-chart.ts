import * as Plot from '@observablehq/plot';
import type { Size } from '#lib/charts/drawing.ts';
import { percent } from '#lib/charts/number.ts';
import { rowMark } from '#lib/charts/row-mark.ts';
import { shareAxis, shareScale } from '#lib/charts/share-axis.ts';
import { shareLabels } from '#lib/charts/share-labels.ts';
import { curveFrame, sessionAxis, sessionScale, type Frame } from '#lib/charts/theme.ts';
import { withheldBands } from '#lib/charts/withheld-bands.ts';
import { stackOf, stateColours, type Part } from './states-words.ts';
import type { ResponsePoint } from './result.ts';
import { lastSession, type Named } from './words.ts';

/** What had become of all who could respond, after each session: a stack of four shares, a panel a group. */
export function statesChart(named: readonly Named[], size: Size): Plot.PlotOptions[] {
	const last = Math.max(...named.map(({ group }) => lastSession(group)));
	return named.map(({ group, name }, index) => {
		const end = index === named.length - 1;
		const frame = frameOf(size, named.length === 1, end);
		const above = named.slice(0, index).reduce((sum, each) => sum + each.group.points.length, 0);
		return panel(group.points, above, named.length === 1 ? 'Share of the episodes after each session' : name, frame, size, last, end);
	});
}

function frameOf(size: Size, alone: boolean, end: boolean): Frame {
	const side = size === 'wide' ? { marginLeft: 44, marginRight: 166 } : { marginLeft: 40, marginRight: 92 };
	const height = (alone ? (size === 'wide' ? 370 : 320) : 214) + (end ? 20 : 0);
	return { ...curveFrame(size), ...side, height, marginTop: alone ? 34 : 40, marginBottom: end ? 42 : 22 };
}

function panel(points: readonly ResponsePoint[], above: number, title: string, frame: Frame, size: Size, last: number, end: boolean): Plot.PlotOptions {
	const hidden = points.map(({ session, states }) => ({ session, suppressed: states === null }));
	const parts = points.flatMap(stackOf);
	const final = parts.at(-1)?.session;
	const ariaLabel = ({ session }: Part) => rowMark(above + points.findIndex((point) => point.session === session));
	const labels = parts.filter(({ session }) => session === final);
	return {
		...frame,
		x: sessionScale(last),
		y: shareScale,
		marks: [
			...shareAxis(title, frame),
			...withheldBands(hidden, frame, last, { note: frame.height > 250 }),
			...labels.map(({ state }) =>
				Plot.rect(parts.filter((part) => part.state === state), { x1: ({ session }: Part) => session - 0.4, x2: ({ session }: Part) => session + 0.4, y1: 'from', y2: 'to', fill: stateColours[state].fill, fillOpacity: stateColours[state].opacity, ariaLabel, insetTop: 0.6, insetBottom: 0.6 }),
			),
			...shareLabels(
				labels.map(({ state, name, short, share, from, to, session }) => ({ figure: percent(share), words: size === 'wide' ? name : short, colour: stateColours[state].text, session: session + 0.28, at: (from + to) / 2 })),
				frame,
				last,
			),
			...(end ? sessionAxis(last, frame) : [Plot.ruleY([0], { stroke: 'var(--rule)' }), ...sessionAxis(last, frame).slice(0, 1)]),
		],
	};
}
