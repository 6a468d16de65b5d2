import { drawBoth } from '#lib/charts/draw.server.ts';
import type { Margin } from '#lib/charts/drawing.ts';
import type { Answer } from '#lib/questions/answer.ts';
import { fatesChart } from '#lib/questions/records/fates-chart.ts';
import { fatesLabel, fatesNotes, fatesOf, fatesSentence, fatesTable, fatesTitle } from '#lib/questions/records/fates-words.ts';
import { findingsChart } from '#lib/questions/records/findings-chart.ts';
import { changesOf, findingsLabel, findingsSentence, findingsTable, flagsOf, refusalsOf, type Findings } from '#lib/questions/records/findings-words.ts';
import type { RecordsResult } from '#lib/questions/records/result.ts';
import { visitsChart } from '#lib/questions/records/visits-chart.ts';
import { freshnessSentence, visitsLabel, visitsNotes, visitsTable, visitsTitle } from '#lib/questions/records/visits-words.ts';

const about = { source: '/api/records?', readings: [] };
const noMargin: readonly Margin[] = [];

/** What became of the records of each file: the fates, and what was found, each with a sentence. */
export function fateFigures(records: Answer<RecordsResult>) {
	const { synthetic } = records.snapshot;
	const fates = fatesOf(records.imports);
	const found = [
		{ findings: refusalsOf(records), of: 'refusals' as const, notes: ['Records, by reason, of all imports together; one that is refused for two reasons counts in both.'] },
		{ findings: flagsOf(records), of: 'flags' as const, notes: ['Cases that can stand and are odd; they are in the data. The report of each import names their files and lines.'] },
		{ findings: changesOf(records), of: 'changes' as const, notes: ['Visits that were there and that a later file tells otherwise, by field; the later word counts.'] },
	];
	return [
		...(fates.length === 0
			? []
			: [{ ...about, margin: noMargin, words: fatesSentence(records.imports), title: fatesTitle, notes: fatesNotes, drawings: drawBoth((size) => fatesChart(fates, size), fatesLabel(fates, synthetic)), table: fatesTable(records.imports) }]),
		...found.filter(({ findings }) => findings.rows.length > 0).map(({ findings, of, notes }) => ({
			...{ ...about, margin: noMargin, words: findingsSentence(findings, records.method.minimumCell), title: findings.title, notes: [...notes, ...withheldNote(findings)] },
			...{ drawings: drawBoth((size) => findingsChart(findings, size), findingsLabel(findings, synthetic)), table: findingsTable(records, findings, of) },
		})),
	];
}

/** What was not found, in words. */
export function nothingFound({ refusals, flags, changes }: RecordsResult): string[] {
	return [
		...(refusals.length === 0 ? ['No record was refused.'] : []),
		...(flags === null ? ['Odd cases were not kept when this snapshot was made; the next import keeps its own.'] : flags.length === 0 ? ['Nothing that was kept looks odd.'] : []),
		...(changes === null ? ['Changes were not kept when this snapshot was made; the next import keeps its own.'] : changes.length === 0 ? ['No file changed what an earlier one told.'] : []),
	];
}

/** How far the records of each clinic reach. */
export function visitsFigure(records: Answer<RecordsResult>) {
	const { visits, snapshot } = records;
	return { ...about, margin: noMargin, words: freshnessSentence(records), title: visitsTitle(visits), notes: visitsNotes(visits), drawings: drawBoth((size) => visitsChart(visits, size), visitsLabel(records, snapshot.synthetic)), table: visitsTable(visits) };
}

function withheldNote({ rows }: Findings): string[] {
	return rows.some(({ n }) => n === null) ? ['A number that is withheld rests on too few patients.'] : [];
}
