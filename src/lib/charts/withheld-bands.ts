import * as Plot from '@observablehq/plot';
import { step, text, type Frame } from './theme.ts';
import { withheld } from './withheld.ts';

type Session = Readonly<{ session: number; suppressed: boolean }>;
type Run = Readonly<{ from: number; to: number }>;

/** A quiet band where sessions are withheld, with the reason written in it. */
export function withheldBands(points: readonly Session[], frame: Frame, last: number, { note }: { note: boolean }): Plot.Markish[] {
	const runs = runsOf(points.filter((point) => point.suppressed));
	return [
		Plot.rect(runs, { x1: (run: Run) => run.from - 0.5, x2: (run: Run) => run.to + 0.5, fill: 'var(--withheld)', insetLeft: 1, insetRight: 1 }),
		...(note ? notes(runs, frame, last, 66, withheld.replace(/(:|few) /g, '$1\n'), (run) => (frame.width > 500 || run.to > run.from ? withheld : 'withheld')) : []),
	];
}

/** Says below the curves where there is no adjusted one, though the plain mean is shown. */
export function unadjustedNote(points: readonly (Session & Readonly<{ mean: number | null; adjusted: unknown }>)[], frame: Frame, last: number): Plot.Markish[] {
	const runs = runsOf(points.filter(({ mean, adjusted }) => mean !== null && adjusted === null));
	return notes(runs, frame, last, 50, 'too few\nto adjust', () => '');
}

/** Writes `lines` at the foot of a run that has `needed` pixels, and the one line upright where it has not. */
function notes(runs: readonly Run[], frame: Frame, last: number, needed: number, lines: string, line: (run: Run) => string): Plot.Markish[] {
	const roomy = (run: Run) => (run.to - run.from + 1) * step(frame, last) > needed;
	const common = { frameAnchor: 'bottom', x: (run: Run) => (run.from + run.to) / 2, fill: 'var(--ink-2)', fontSize: text.small } as const;
	return [
		Plot.text(runs.filter(roomy), { ...common, text: () => lines, lineAnchor: 'bottom', lineHeight: 1.25, dy: -8 }),
		Plot.text(
			runs.filter((run) => !roomy(run)),
			{ ...common, text: line, rotate: -90, textAnchor: 'start', dy: -8, lineAnchor: 'middle' },
		),
	];
}

function runsOf(points: readonly Session[]): Run[] {
	const runs: { from: number; to: number }[] = [];
	for (const { session } of points) {
		const open = runs.at(-1);
		if (open?.to === session - 1) open.to = session;
		else runs.push({ from: session, to: session });
	}
	return runs;
}
