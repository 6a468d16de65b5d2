import type { Reading, Table } from '#lib/charts/drawing.ts';
import { noun, scaleOf } from '#lib/charts/measure.ts';
import { count, decimal, interval, plural } from '#lib/charts/number.ts';
import { withheld } from '#lib/charts/withheld.ts';
import type { Measure } from '#lib/codebook/schema.ts';
import { axisWords } from './axis-words.ts';
import type { RecoveryGroup, RecoveryPoint } from './result.ts';

export function distributionLabel({ points, axis }: RecoveryGroup, name: string, measure: Measure, synthetic: boolean): string {
	const { one } = axisWords[axis];
	const known = points.filter(({ median }) => median !== null);
	const ends = [known[0], known.at(-1)].filter((point) => point !== undefined);
	const medians = ends.map((point) => `${medianText(point)} at ${one} ${point.session}`);
	return `${synthetic ? 'Synthetic data. ' : ''}${name}: distribution of ${noun(measure)} at each ${one}, ${scaleOf(measure)}; median and middle half ${medians.join(', ')}.`;
}

export function distributionReadings({ points }: RecoveryGroup): Reading[] {
	return points.map((point) => ({
		session: point.session,
		context: point.n === null ? withheld : plural(point.n, 'score'),
		values: [{ label: 'median (middle half)', text: medianText(point), value: point.median, tone: 'ink' }],
	}));
}

export function distributionTable({ points, axis }: RecoveryGroup, name: string, measure: Measure): Table {
	const { one, title } = axisWords[axis];
	const tenth = (measure.maximum - measure.minimum) / 10;
	const scores = Array.from({ length: 11 }, (_, index) => decimal(measure.minimum + index * tenth, Number.isInteger(tenth) ? 0 : 1));
	return {
		caption: `${name}: number of scores at each ${one}, by score; a dot is a withheld cell`,
		columns: [title, 'All', ...scores],
		rows: points.map(({ session, n, distribution }) => [String(session), n === null ? 'withheld' : count(n), ...scores.map((_, index) => cellText(distribution?.[index] ?? null))]),
	};
}

export function medianText({ median, q1, q3 }: RecoveryPoint): string {
	if (median === null) return '–';
	return q1 === null || q3 === null ? decimal(median) : `${decimal(median)} (${interval({ lower: q1, upper: q3 })})`;
}

function cellText(cell: number | null): string {
	return cell === null ? '·' : count(cell);
}
