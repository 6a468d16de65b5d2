import type { Measure } from '#lib/codebook/schema.ts';
import type { Table } from '#lib/charts/drawing.ts';
import { noun } from '#lib/charts/measure.ts';
import { count, decimal, interval, plural, signed } from '#lib/charts/number.ts';
import { withheld } from '#lib/charts/withheld.ts';
import type { Estimate, Quadrant } from './result.ts';

/** A clinic of which both numbers are shown; `row` is its place in the table. */
export type Place = Readonly<{ row: number; clinic: string; n: number | null; sessions: Estimate; change: Estimate }>;

export function placesOf({ points }: Quadrant): Place[] {
	return points.flatMap(({ clinic, n, sessions, change }, row) => (sessions === null || change === null ? [] : [{ row, clinic: named(clinic), n, sessions, change }]));
}

export function quadrantTitle(measure: Measure): string {
	return `Mean change in ${noun(measure)} against mean sessions per episode, by clinic`;
}

export function quadrantLabel(quadrant: Quadrant, measure: Measure, synthetic: boolean): string {
	const said = placesOf(quadrant).map(({ clinic, sessions, change }) => `${clinic} ${decimal(sessions.estimate)} sessions and a change of ${signed(change.estimate)} ${measure.unit}`);
	return `${synthetic ? 'Synthetic data. ' : ''}${quadrantTitle(measure)}, at equal first scores; up is more improvement. ${said.join('; ')}.`;
}

export function quadrantNotes({ points, reason }: Quadrant): string[] {
	const hidden = points.filter(({ suppressed }) => suppressed).length;
	return [
		'Crosses are 95\u00a0% intervals; n counts the episodes followed. Changes are from the first score to the last that patients reported, compared at equal first scores; the dashed lines are the means of the clinics shown.',
		'Clinics differ in their patients by more than the first score: a place on this chart does not grade a clinic.',
		...(reason === null ? [] : [`Not drawn where ${reason}.`]),
		...(hidden === 0 ? [] : [`${plural(hidden, 'clinic is', 'clinics are')} not drawn: ${withheld}.`]),
	];
}

export function quadrantTable({ points }: Quadrant, measure: Measure): Table {
	const shown = (value: Estimate | null, suppressed: boolean, write: (value: number) => string) => (value === null ? (suppressed ? 'withheld' : '–') : `${write(value.estimate)} (${interval(value, write)})`);
	return {
		caption: `${quadrantTitle(measure)} (95\u00a0% intervals in brackets)`,
		columns: ['Clinic', 'Episodes', 'Sessions per episode', 'Change at equal first scores'],
		rows: points.map(({ clinic, n, sessions, change, suppressed }) => [
			named(clinic),
			n === null ? (suppressed ? 'withheld' : '–') : count(n),
			shown(sessions, suppressed, (value) => decimal(value, 2)),
			shown(change, suppressed, (value) => signed(value, 2)),
		]),
	};
}

function named(clinic: string): string {
	return clinic === 'not-recorded' ? 'not recorded' : clinic;
}
