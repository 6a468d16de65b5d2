import * as Plot from '@observablehq/plot';
import { countStrip } from '#lib/charts/count-strip.ts';
import { belowNote, countsBelow } from '#lib/charts/counts-below.ts';
import type { Size } from '#lib/charts/drawing.ts';
import { percent } from '#lib/charts/number.ts';
import { rowMark } from '#lib/charts/row-mark.ts';
import { shareAxis, shareScale } from '#lib/charts/share-axis.ts';
import { shareLabels } from '#lib/charts/share-labels.ts';
import { curveFrame, series, sessionScale, text, type Frame } from '#lib/charts/theme.ts';
import { withheldBands } from '#lib/charts/withheld-bands.ts';
import { horizons, level } from './reevaluation.ts';
import type { PrognosisGroup } from './result.ts';
import { chancesOf, lastShown, type Chance, type Named } from './words.ts';

/** The chance of a response within the next sessions, by how many there were without one, above how many came again. */
export function prognosisChart(named: readonly Named[], size: Size): Plot.PlotOptions[] {
	const last = Math.max(...named.map(({ group }) => lastShown(group)));
	const [only] = named;
	if (only !== undefined && named.length === 1) {
		const frame = frameOf(size, curveFrame(size).height, 34, 6);
		const bars = within(only.group, last).map(({ session, n, suppressed }) => ({ session, n, suppressed }));
		return [panel(only.group, `Chance of one, by sessions without a response${size === 'wide' ? ' · higher is better' : ''}`, frame, size, last), countStrip(bars, 'Came again without a response so far', frame, last)];
	}
	return named.map(({ group, name }, index) => {
		const end = index === named.length - 1;
		const frame = frameOf(size, end ? 244 : 228, 40, end ? 60 : 44);
		const above = named.slice(0, index).reduce((sum, each) => sum + each.group.landmarks.length, 0);
		const drawn = panel(group, name, frame, size, last, ({ session }) => rowMark(above + group.landmarks.findIndex((landmark) => landmark.session === session)));
		const below = countsBelow(within(group, last), ['session', 'came again'], frame, last);
		return { ...drawn, marks: [...(drawn.marks ?? []), ...below, ...(end ? [belowNote('higher is better · came again: after so many sessions without one')] : [])] };
	});
}

function frameOf(size: Size, height: number, marginTop: number, marginBottom: number): Frame {
	const side = size === 'wide' ? { marginLeft: 44, marginRight: 166 } : { marginLeft: 40, marginRight: 96 };
	return { ...curveFrame(size), ...side, height, marginTop, marginBottom };
}

function panel(group: PrognosisGroup, title: string, frame: Frame, size: Size, last: number, ariaLabel?: (chance: Chance) => string): Plot.PlotOptions {
	const chances = chancesOf(group);
	return {
		...frame,
		x: sessionScale(last),
		y: shareScale,
		marks: [
			...shareAxis(title, frame),
			...withheldBands(within(group, last), frame, last, { note: frame.height > 250 }),
			Plot.ruleY([0], { stroke: 'var(--rule)' }),
			Plot.ruleY([level], { stroke: 'var(--ink)', strokeWidth: 1.2, strokeDasharray: '5 3' }),
			...reevaluationMarks(group, size, last),
			...horizons.flatMap((sessions, index) => horizonMarks(chances.filter((chance) => chance.sessions === sessions), index, ariaLabel)),
			...shareLabels([...horizons.flatMap((sessions, index) => labelOf(chances.filter((chance) => chance.sessions === sessions), index, size)), { figure: percent(level), words: size === 'wide' ? 'below it: re-evaluate' : 're-evaluate', colour: 'var(--ink)', session: last + 0.4, at: level }], frame, last),
		],
	};
}

/** The sessions after which something may be shown of some group. */
function within({ landmarks }: PrognosisGroup, last: number): PrognosisGroup['landmarks'] {
	return landmarks.filter(({ session }) => session <= last);
}

function horizonMarks(chances: readonly Chance[], index: number, ariaLabel?: (chance: Chance) => string): Plot.Markish[] {
	const { colour, symbol } = series(index);
	const x = ({ session }: Chance) => session + (index - 1) * 0.27;
	return [
		Plot.ruleX(chances, { x, y1: 'lower', y2: 'upper', stroke: colour, strokeWidth: 1.8 }),
		Plot.dot(chances, { x, y: 'estimate', r: 4.4, symbol, fill: colour, stroke: 'var(--paper)', strokeWidth: 1, ...(ariaLabel === undefined ? {} : { ariaLabel }) }),
	];
}

function labelOf(chances: readonly Chance[], index: number, size: Size) {
	const end = chances.at(-1);
	if (end === undefined) return [];
	const next = end.sessions === 1 ? 'next session' : `next ${end.sessions} sessions`;
	const words = size === 'wide' ? `${next}, after ${end.session}` : `next ${end.sessions}, after ${end.session}`;
	return [{ figure: percent(end.estimate), words, colour: series(index).colour, session: end.session + (index - 1) * 0.27, at: end.estimate }];
}

/** From where on the chance stays below the level. */
function reevaluationMarks({ reevaluate }: PrognosisGroup, size: Size, last: number): Plot.Markish[] {
	if (reevaluate === null) return [];
	const early = reevaluate.session < last * 0.6;
	return [
		Plot.ruleX([reevaluate.session - 0.5], { stroke: 'var(--ink)', strokeWidth: 1.2 }),
		Plot.text([size === 'wide' ? `re-evaluate after session ${reevaluate.session}` : 're-evaluate'], { x: reevaluate.session - 0.5, frameAnchor: 'top', lineAnchor: 'top', textAnchor: early ? 'start' : 'end', dx: early ? 5 : -5, dy: 4, fontSize: text.normal, fontWeight: 600, fill: 'var(--ink)', stroke: 'var(--paper)', strokeWidth: 3 }),
	];
}
