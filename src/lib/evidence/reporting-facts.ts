import { dayName } from '#lib/charts/day-name.ts';
import { measureRange } from '#lib/charts/measure.ts';
import { count, list, percent, plural } from '#lib/charts/number.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import { flowBoxes, lossText, numberText } from '#lib/questions/completeness/flow-words.ts';
import { followUpsOf, followUpSentence } from '#lib/questions/completeness/follow-up-words.ts';
import { missingGrid } from '#lib/questions/completeness/missing-words.ts';
import { conditionsTable, protocolsTable } from '#lib/questions/records/words.ts';
import type { CompletenessResult } from '#lib/questions/completeness/result.ts';
import type { Finding } from '#lib/questions/records/findings-words.ts';
import type { Evidence } from './evidence.ts';
import { designWords } from './fact-sheet-words.ts';

/** What a report has to tell beside the evidence itself: the records that it was made from, and how complete they are. */
export type ReportingSources = Readonly<{
	completeness: CompletenessResult;
	codebook: Codebook;
	measure: Measure;
	/** ids of the conditions and protocols that the evidence is of */
	conditions: readonly string[];
	protocols: readonly string[];
	period: string;
	datePrecision: 'month' | 'year';
	clinics: number;
	/** why imports refused records; empty for the public */
	refusals: readonly Finding[];
}>;

export type ReportingFact = keyof typeof reportingFacts;

/** What the records can say to the items of a reporting guideline, by the name that the items call it by; an empty list where they cannot. */
export const reportingFacts = {
	design: (evidence) => [designWords(evidence)],
	question: ({ title, subtitle }) => [`${title} (${subtitle}).`],
	source: ({ snapshot }) => [
		'Records of visits that clinics kept in the course of care; nothing was collected for this question.',
		`Needlepoint, snapshot ${snapshot.id}, published ${dayName(snapshot.publishedAt)}: ${plural(snapshot.sessions, 'visit')} in ${plural(snapshot.episodes, 'episode')}${snapshot.synthetic ? ', made up' : ''}.`,
	],
	setting: (_, { clinics }) => [clinics === 0 ? 'The records do not name clinics.' : `${plural(clinics, 'clinic')}.`],
	period: (_, { period, datePrecision }) => [`Episodes begun ${period}. Dates are kept by ${datePrecision}.`],
	linkage: () => ['Visits were joined into episodes by the patient numbers that the clinics gave, replaced by others or not. No other database was joined.'],
	selection: ({ subtitle }, { completeness }) => [
		`Taken in: ${subtitle}. An episode is one patient’s course of visits for one condition, closed by a discharge or a long gap.`,
		...flowBoxes(completeness).filter((box) => box.of === 'episodes').slice(0, 1).map(({ name, n }) => `${name}: ${numberText(n)}.`),
	],
	outcome: (_, { measure }) => [`${measure.label} (${measure.abbreviation}), ${measureRange(measure)}, ${measure.better} is better${measure.citation === undefined ? '' : `: ${measure.citation}`}.`],
	exposure: (_, { codebook, protocols }) => named(protocolsTable(chosen(codebook, protocols)).rows.map((row) => row.slice(0, -1))),
	conditionCodes: (_, { codebook, conditions }) => named(conditionsTable(chosen(codebook, conditions)).rows),
	protocolCodes: (_, { codebook, protocols }) => named(protocolsTable(chosen(codebook, protocols)).rows),
	bias: ({ design }) => [
		'Patients leave care because of how they fare. The sentence counts those who left without a later score, and the methods say how they enter the estimates.',
		design === 'randomised' ? 'Protocols were given by lot.' : 'Who was given which protocol was decided by patients and clinicians, not by lot.',
	],
	size: ({ method }, { completeness: { flow } }) => [`Every episode that the filters select was used: ${numberText(flow[0]?.n ?? null)}. No number was set beforehand. What rests on fewer than ${method.minimumCell} patients is withheld.`],
	cutPoints: (_, { codebook, measure }) => [
		'Age: bands of ten years, 90 and over in one.',
		...codebook.chronicity.map(({ label, fromWeeks, belowWeeks, citation }) => `${label}: from ${fromWeeks}${belowWeeks === null ? '' : ` to below ${belowWeeks}`} weeks of symptoms${citation === undefined ? '' : ` (${citation})`}.`),
		...measure.thresholds.map((threshold) => thresholdSaid(threshold, measure)),
	],
	methods: ({ method }) => [...method.text, 'Formulas, citations and the SQL that defines the numbers stand in methods.md and in the folder sql.'],
	access: ({ snapshot }) => [
		'Visits stay in the clinic: this pack holds numbers of groups, and the statements that made them.',
		`Whoever has the snapshot can make every number again with npm run verify, from snapshot ${snapshot.id}. The program is published under the MIT licence.`,
	],
	cleaning: (_, { completeness: { records }, refusals }) => [
		`Of ${plural(records.read, 'record')} read, ${count(records.accepted)} were accepted, ${count(records.duplicates)} were duplicates, and ${count(records.rejected)} were refused.`,
		...refusals.map(({ words, n }) => `Refused: ${words} (${numberText(n)}).`),
		'What identifies people, and columns that nobody knows, is never stored. A visit that is told again is merged: what a later file says of it counts.',
	],
	stages: (_, { completeness }) => flowBoxes(completeness).map(({ name, n, lost }) => `${name}: ${numberText(n)}${lost.length === 0 ? '' : ` (left out before: ${lost.map(lossText).join(', ')})`}.`),
	missing: (_, { completeness, measure }) => missingSaid(missingGrid(completeness, 'clinic', measure)),
	lost: (_, { completeness }) => [followUpSentence({ ...followUpsOf(completeness), groups: followUpsOf(completeness).groups.slice(0, 1) })],
	keyNumbers: ({ keyNumbers }) => keyNumbers.map(({ label, text }) => `${label}: ${text}.`),
	result: ({ sentence }) => [sentence],
	adjustment: ({ numbers: { columns, rows } }) => {
		const at = columns.indexOf('comparison');
		const adjusted = columns.filter((column) => /^(adjusted|restricted|staying)_mean$/u.test(column));
		if (at >= 0) return [`Unadjusted and adjusted estimates stand side by side in numbers.csv: ${list([...new Set(rows.map((row) => String(row[at] ?? '')))])}. What they are adjusted for stands in the methods.`];
		return [adjusted.length === 0 ? 'The estimates are unadjusted: nothing was adjusted for.' : `Unadjusted: column mean of numbers.csv. Adjusted for who left: ${list(adjusted)}. No confounder was adjusted for.`];
	},
	limitations: ({ caveats }) => caveats,
} as const satisfies Readonly<Record<string, (evidence: Evidence, sources: ReportingSources) => readonly string[]>>;

export function isReportingFact(name: string): name is ReportingFact {
	return Object.hasOwn(reportingFacts, name);
}

function chosen(codebook: Codebook, ids: readonly string[]): Codebook {
	const among = ({ id }: { id: string }) => ids.includes(id);
	return { ...codebook, conditions: codebook.conditions.filter(among), protocols: codebook.protocols.filter(among) };
}

/** A row of words as a line: its name, and what stands beside it. */
function named(rows: readonly (readonly string[])[]): string[] {
	return rows.map(([name = '', ...rest]) => `${name}: ${rest.filter((part) => part !== '' && part !== '–').join('; ')}.`);
}

function thresholdSaid({ label, citation, primary }: Measure['thresholds'][number], { abbreviation }: Measure): string {
	return `Meaningful change, ${abbreviation}, ${label}${primary ? ', taken where none is chosen' : ''}: ${citation}.`;
}

function missingSaid({ rows, complete }: ReturnType<typeof missingGrid>): string[] {
	const shares = rows.map(({ field, cells: [all] }) => `${field}: ${all === undefined || all.share === null ? 'withheld' : percent(all.share)} of visits.`);
	return [...shares, ...(complete.length === 0 ? [] : [`In every visit: ${list(complete)}.`])];
}
