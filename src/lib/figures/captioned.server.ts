import { inWords as wordsOf } from '#lib/charts/in-words.ts';
import { moment } from '#lib/charts/moment.ts';
import { plural } from '#lib/charts/number.ts';
import { periodSaid } from '#lib/charts/period-said.ts';
import type { Captioned } from '#lib/charts/standalone.server.ts';
import { conditionThresholds } from '#lib/codebook/condition-thresholds.ts';
import type { Codebook, Measure, Threshold } from '#lib/codebook/schema.ts';
import type { Answer, Filters } from '#lib/questions/answer.ts';
import type { Exportable } from './exportable.server.ts';
import { thresholdWords } from './threshold-words.ts';

/** `active` are the filters in force, in words; `recorded` the periods that there are records of; `trial` is the one in which protocols were given by lot. */
type About = Readonly<{ answer: Answer<object>; question: string; codebook: Codebook; measure: Measure; active: readonly Readonly<{ label: string; value: string }>[]; trial?: string | undefined; recorded?: readonly string[] }>;

/** A figure with what its page says around it: whom it is of, how it was made, from which records, and what it cannot say. */
export function captioned({ title, notes, margin = [], drawings, own }: Exportable, { answer, question, codebook, measure, active, trial, recorded }: About): Captioned {
	const { snapshot, method } = answer;
	const inWords = wordsOf(drawings, title);
	const said = [title, inWords, ...notes, ...margin.map(({ text }) => text)].join(' ');
	return {
		title,
		subtitle: `${question} · ${inWordsOf(active)}`,
		drawings,
		inWords,
		notes: [...margin.map(({ figure, unit, text }) => [figure, unit, text].filter((part) => part !== '').join(' ')), notes.join(' ')],
		fine: [
			`Method: ${own?.method ?? method.text[0] ?? ''}`,
			...judgedBy(said, answer.filters, codebook, measure).map((threshold) => thresholdWords(threshold, measure)),
			...(own !== undefined ? [own.comparison] : trial === undefined ? (without[answer.question] ?? [answer.filters.by === 'protocol' ? notByLot : noComparison]) : [`Protocols were given by lot, in the trial: ${trial}.`]),
			...(recorded === undefined ? [] : [`Episodes begun ${periodSaid(answer.filters.period, recorded)}.`]),
			`What rests on fewer than ${method.minimumCell} patients is withheld.`,
			`Needlepoint, snapshot ${snapshot.id} of ${moment(snapshot.publishedAt)}: ${plural(snapshot.sessions, 'session')} in ${plural(snapshot.episodes, 'episode')}${snapshot.synthetic ? ', synthetic' : ''}.`,
		],
		synthetic: snapshot.synthetic,
	};
}

/** The thresholds that a figure names, or by which the responses were judged that it tells of. */
function judgedBy(said: string, { condition, threshold }: Filters, codebook: Codebook, measure: Measure): Threshold[] {
	const inForce = conditionThresholds(codebook, measure, threshold).filter((each) => condition.length === 0 || condition.includes(each.condition));
	const responses = /\brespon(d|se)/iu.test(said);
	return measure.thresholds.filter(({ label }) => said.includes(label) || (responses && inForce.some((each) => each.label === label)));
}

const noComparison = 'No comparison group: this is what patients reported, not what the treatment caused.';

const notByLot = 'Protocols were chosen for patients, not by lot, and there was no comparison group without treatment.';

/** Questions that compare, and questions that only count what was recorded. */
const without: Readonly<Record<string, readonly string[]>> = {
	comparison: [notByLot],
	technique: [],
	completeness: [],
	records: [],
};

function inWordsOf(active: About['active']): string {
	const labels = [...new Set(active.map(({ label }) => label))];
	return labels.length === 0 ? 'all episodes' : labels.map((label) => `${label}: ${active.filter((each) => each.label === label).map(({ value }) => value).join(', ')}`).join(' · ');
}
