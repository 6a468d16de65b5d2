import type { Margin, Table } from '#lib/charts/drawing.ts';
import { noun } from '#lib/charts/measure.ts';
import { decimal, interval, list, plural, signed } from '#lib/charts/number.ts';
import type { Trial } from '#lib/codebook/published.ts';
import type { Condition, Measure } from '#lib/codebook/schema.ts';
import { axisWords } from './axis-words.ts';
import type { RecoveryGroup } from './result.ts';

/** A published difference that can be drawn on a measure; `row` is its place among all that is published. */
export type PublishedDifference = Readonly<{ row: number; name: string; against: string; estimate: number | null; lower: number; upper: number }>;

/** Those given in points of a scale that can be put onto the measure; standardised ones cannot. */
export function publishedDifferences({ trials }: Condition, measure: Measure): PublishedDifference[] {
	return trials.flatMap((trial, row) => {
		const points = onMeasure(trial, measure);
		return points === undefined ? [] : [{ row, name: `${trial.label}, ${trial.time}`, against: `${trial.outcome}, against ${trial.comparator}`, ...points }];
	});
}

export function differenceText({ estimate, lower, upper }: Pick<PublishedDifference, 'estimate' | 'lower' | 'upper'>): string {
	return estimate === null ? interval({ lower, upper }, signed) : `${signed(estimate)} (${interval({ lower, upper }, signed)})`;
}

/** What trials found, and why it is no yardstick for a change from first to last score. */
export function trialsSentence(condition: Condition, measure: Measure): string {
	const { label, trials } = condition;
	if (trials.length === 0) return `No trial of this treatment is recorded for ${label.toLowerCase()}.`;
	const drawn = publishedDifferences(condition, measure).length;
	return [
		`Trials: ${plural(trials.length, 'published result')} against a comparator${drawn === 0 ? `, none as a difference in points of the ${measure.abbreviation}` : ''}.`,
		'A difference between two groups leaves out what would have come anyway; a change from first to last score holds it. The two cannot be compared directly.',
	].join(' ');
}

export function trialsLabel(differences: readonly PublishedDifference[], name: string, measure: Measure): string {
	const each = differences.map(({ name: source, against, ...difference }) => `${source}, ${against}: ${differenceText(difference)}`);
	return `${name}: published differences in ${noun(measure)} between the treatment and a comparator, in ${measure.unit} with 95\u00a0% intervals. ${each.join('; ')}.`;
}

/** The change of these records stands apart from the drawing: it is no difference from a comparator. */
export function trialsMargin({ points, axis }: RecoveryGroup, measure: Measure): Margin[] {
	const known = points.flatMap(({ session, adjusted }) => (adjusted === null ? [] : [{ session, adjusted }]));
	const [first, last] = [known[0], known.at(-1)];
	if (first === undefined || last === undefined || first === last) return [];
	const { one } = axisWords[axis];
	return [{ figure: signed(last.adjusted.mean - first.adjusted.mean), unit: measure.unit, text: `is the change in these records from ${one} ${first.session} to ${last.session}, accounting for who left. It has no comparator and holds what would have come anyway: it is not to be set against the differences drawn here.` }];
}

export function trialsNotes(condition: Condition, measure: Measure): string[] {
	const { trials } = condition;
	const undrawn = trials.filter((trial) => onMeasure(trial, measure) === undefined).map(({ label, effect }) => (effect.kind === 'standardised' ? `${label} (in standard deviations)` : label));
	const rescaled = trials.filter(({ effect }) => effect.kind === 'points' && effect.scale.maximum - effect.scale.minimum !== measure.maximum - measure.minimum).map(({ label }) => label);
	return [
		'Squares are published differences, lines their 95\u00a0% intervals; a line without a square was published without its estimate. Only the change named beside the figure is of these records.',
		...(rescaled.length === 0 ? [] : [`${list([...new Set(rescaled)])}: put from another scale onto ${decimal(measure.minimum, 0)}–${decimal(measure.maximum, 0)}.`]),
		...(undrawn.length === 0 ? [] : [`Only in the table: ${list(undrawn)}.`]),
		...trialSources(condition).map((source) => `${source}.`),
	];
}

export function trialSources({ trials }: Condition): string[] {
	return [...new Set(trials.map(({ citation }) => citation))];
}

export function trialsTable({ label, trials }: Condition, measure: Measure): Table {
	return {
		caption: `${label}: published differences in ${noun(measure)} between the treatment and a comparator (95\u00a0% intervals in brackets)`,
		columns: ['Source', 'Design', 'Outcome', 'Compared with', 'When', 'Difference', 'How sure'],
		rows: trials.map((trial) => [trial.label, `${trial.design}${trial.participants === null ? '' : `, ${trial.participants} people`}`, trial.outcome, trial.comparator, trial.time, effectText(trial, measure), trial.quality]),
	};
}

function effectText(trial: Trial, measure: Measure): string {
	const { effect } = trial;
	if (effect.kind === 'told') return effect.text;
	if (effect.kind === 'standardised') return `${differenceText(effect)} standard deviations`;
	const points = onMeasure(trial, measure);
	return points === undefined ? `${differenceText(effect)} of ${decimal(effect.scale.minimum, 0)}–${decimal(effect.scale.maximum, 0)}` : `${differenceText(points)} ${measure.unit}`;
}

/** A difference in points of the measure, where its source measured on a scale of the same kind. */
function onMeasure({ effect }: Trial, { id, minimum, maximum }: Measure): Pick<PublishedDifference, 'estimate' | 'lower' | 'upper'> | undefined {
	if (effect.kind !== 'points' || !effect.measures.includes(id)) return undefined;
	const factor = (maximum - minimum) / (effect.scale.maximum - effect.scale.minimum);
	return { estimate: effect.estimate === null ? null : effect.estimate * factor, lower: effect.lower * factor, upper: effect.upper * factor };
}
