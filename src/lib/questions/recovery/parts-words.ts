import type { Reading, Table } from '#lib/charts/drawing.ts';
import { noun, scaleOf } from '#lib/charts/measure.ts';
import { count, decimal, estimate } from '#lib/charts/number.ts';
import type { Measure } from '#lib/codebook/schema.ts';
import { axisWords, type Axis } from './axis-words.ts';
import type { RecoveryGroup, RecoveryPoint } from './result.ts';

export type Named = Readonly<{ group: RecoveryGroup; name: string }>;

/** What a condition is parted by, inside a sentence. */
export const partingWords = { protocol: 'protocol', clinic: 'clinic', chronicity: 'duration of symptoms' } as const;

type Parting = keyof typeof partingWords;

export function partsLabel(groups: readonly Named[], name: string, measure: Measure, by: Parting, synthetic: boolean): string {
	const ends = groups.map(({ group: { points }, name: part }) => `${part}: ${endText(points, axisOf(groups))}`);
	return `${synthetic ? 'Synthetic data. ' : ''}${name}: mean ${noun(measure)} by ${axisWords[axisOf(groups)].axis} and ${partingWords[by]}, accounting for who left, ${scaleOf(measure)}, ${measure.better} is better. ${ends.join('; ')}.`;
}

export function partsReadings(groups: readonly Named[]): Reading[] {
	return sessionsOf(groups).map((session) => ({
		session,
		context: '',
		values: groups.map(({ group, name }, index) => {
			const point = pointAt(group, session);
			return { label: name, text: `${estimate(point?.adjusted)}, n ${countText(point)}`, value: point?.adjusted?.mean ?? null, tone: tones[index % tones.length] ?? 'ink' };
		}),
	}));
}

export function partsTable(groups: readonly Named[], name: string, measure: Measure, by: Parting): Table {
	const { one, title } = axisWords[axisOf(groups)];
	return {
		caption: `${name}: ${noun(measure)} by ${one} and ${partingWords[by]}, accounting for who left (95\u00a0% intervals in brackets), and episodes with a score`,
		columns: [title, ...groups.flatMap((each) => [each.name, 'Episodes'])],
		rows: sessionsOf(groups).map((session) => {
			const points = groups.map(({ group }) => pointAt(group, session));
			return [String(session), ...points.flatMap((point) => [estimate(point?.adjusted), countText(point)])];
		}),
	};
}

/** All groups of an answer have one axis. */
export function axisOf(groups: readonly Named[]): Axis {
	return groups[0]?.group.axis ?? 'sessions';
}

function endText(points: readonly RecoveryPoint[], axis: Axis): string {
	const end = points.findLast(({ adjusted }) => adjusted !== null);
	return end === undefined || end.adjusted === null ? 'withheld or not estimable' : `${decimal(end.adjusted.mean)} at ${axisWords[axis].one} ${end.session}`;
}

function pointAt({ points }: RecoveryGroup, session: number): RecoveryPoint | undefined {
	return points.find((each) => each.session === session);
}

function countText(point: RecoveryPoint | undefined): string {
	if (point === undefined) return '–';
	return point.n === null ? 'withheld' : count(point.n);
}

function sessionsOf(groups: readonly Named[]): number[] {
	return [...new Set(groups.flatMap(({ group }) => group.points.map((point) => point.session)))].sort((a, b) => a - b);
}

const tones = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6'] as const;
