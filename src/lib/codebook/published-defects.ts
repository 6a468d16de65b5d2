import type { NaturalCourse, Trial } from './published.ts';
import type { Codebook, Condition } from './schema.ts';

/** What is wrong with what conditions say of published courses and trials: measures that are not there, values off their scale, weeks out of order. */
export function publishedDefects({ conditions, measures }: Pick<Codebook, 'conditions' | 'measures'>): string[] {
	const known = new Set(measures.map(({ id }) => id));
	const strangers = (at: string, named: readonly string[]) => named.filter((id) => !known.has(id)).map((id) => `${at} measures must be in measures: ${id}`);
	return conditions.flatMap((condition) => [
		...repeatedIds(condition),
		...condition.naturalCourse.flatMap((course) => {
			const at = `conditions "${condition.id}" naturalCourse "${course.id}"`;
			return [...strangers(at, course.measures), ...courseDefects(at, course)];
		}),
		...condition.persistence.flatMap(({ id, shares }) => weekDefects(`conditions "${condition.id}" persistence "${id}" shares`, shares)),
		...condition.trials.flatMap(({ id, effect }) => {
			const at = `conditions "${condition.id}" trials "${id}"`;
			return [...(effect.kind === 'points' ? strangers(at, effect.measures) : []), ...effectDefects(at, effect)];
		}),
	]);
}

function repeatedIds({ id, naturalCourse, persistence, trials }: Condition): string[] {
	return Object.entries({ naturalCourse, persistence, trials }).flatMap(([kind, entries]) => {
		const ids = entries.map((each) => each.id);
		return [...new Set(ids.filter((each, index) => ids.indexOf(each) !== index))].map((each) => `conditions "${id}" ${kind} must have one entry with the id: ${each}`);
	});
}

function courseDefects(at: string, { scale: { minimum, maximum }, points }: NaturalCourse): string[] {
	return [
		...scaleDefects(at, minimum, maximum),
		...weekDefects(`${at} points`, points),
		...points.filter(({ mean, lower, upper }) => !(minimum <= lower && lower <= mean && mean <= upper && upper <= maximum)).map(({ week }) => `${at} points must lie within ${minimum} to ${maximum}, the mean in its interval: week ${week}`),
	];
}

function effectDefects(at: string, effect: Trial['effect']): string[] {
	if (effect.kind === 'told') return [];
	const { estimate, lower, upper } = effect;
	const ordered = lower <= (estimate ?? lower) && (estimate ?? lower) <= upper ? [] : [`${at} estimate must lie in its interval: ${estimate}, ${lower} to ${upper}`];
	if (effect.kind === 'standardised') return ordered;
	const { minimum, maximum } = effect.scale;
	const most = maximum - minimum;
	const far = Math.max(Math.abs(lower), Math.abs(upper)) <= most ? [] : [`${at} interval must be at most ${most} from 0: ${lower} to ${upper}`];
	return [...scaleDefects(at, minimum, maximum), ...ordered, ...far];
}

function scaleDefects(at: string, minimum: number, maximum: number): string[] {
	return minimum < maximum ? [] : [`${at} scale minimum must be below maximum: ${minimum}, ${maximum}`];
}

function weekDefects(at: string, points: readonly Readonly<{ week: number }>[]): string[] {
	return points.flatMap(({ week }, index) => (week > (points[index - 1]?.week ?? -1) ? [] : [`${at} must be in the order of their weeks: ${week}`]));
}
