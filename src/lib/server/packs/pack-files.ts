import { aboutLines } from '#lib/evidence/about-lines.ts';
import type { Evidence } from '#lib/evidence/evidence.ts';
import { methodsText } from '#lib/evidence/methods-text.ts';
import { reportingText } from '#lib/evidence/reporting-text.ts';
import type { ReportingSources } from '#lib/evidence/reporting-facts.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import type { Judged } from '#lib/questions/claims/result.ts';
import { csv } from '../csv.ts';
import { factSheet } from '../fact-sheet.ts';
import { png } from '../png.ts';
import cohortSql from '../sql/cohort.sql?raw';
import { xlsx } from '../xlsx.ts';
import { reporting } from './reporting.ts';
import { canonicalNumbers, settledNumber } from './settled.ts';

/** A claim as a pack holds it, with the article that it stands in. */
export type PackedClaim = Readonly<{ article: string; claim: Judged }>;

type Packed = Readonly<{ evidence: Evidence; sources: ReportingSources; claim: PackedClaim | null }>;

const encoder = new TextEncoder();

/** The files of a pack by their names, none of which comes from the data. The same evidence gives the same bytes. */
export async function packFiles({ evidence, sources, claim }: Packed): Promise<ReadonlyMap<string, Uint8Array>> {
	const { numbers, snapshot, method, spec, svg, sentence } = evidence;
	const texts: Readonly<Record<string, string>> = {
		'README.txt': readme(evidence),
		'figure.svg': svg,
		'numbers.csv': csv(numbers.columns, numbers.rows),
		'numbers.json': json(canonicalNumbers(numbers)),
		'sentence.txt': `${sentence}\n`,
		'methods.md': methodsText(evidence, sources),
		'reporting.md': reportingText(reporting, evidence, sources),
		...(claim === null ? {} : { 'claim.json': json(claim) }),
		'sql/cohort.sql': cohortSql,
		...Object.fromEntries(method.sql.map((statement, index) => [`sql/${String(index + 1).padStart(2, '0')}.sql`, statement])),
		'sql/parameters.json': json(parseFilters(new URLSearchParams(spec.search))),
	};
	const about = aboutLines({ ...evidence, search: spec.search, snapshot });
	const written = [
		...Object.entries(texts).map(([name, text]) => [name, encoder.encode(text)] as const),
		['figure.png', await png(svg, 2)] as const,
		['numbers.xlsx', await xlsx(numbers, about)] as const,
		['fact-sheet.pdf', await factSheet(evidence)] as const,
	];
	return new Map(written.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function json(content: object): string {
	return `${JSON.stringify(content, (_, value: unknown) => (typeof value === 'number' ? settledNumber(value) : value), '\t')}\n`;
}

function readme({ title, subtitle, snapshot }: Evidence): string {
	return [
		`Evidence pack: ${title}`,
		subtitle,
		...(snapshot.synthetic ? ['The records are made up: they show the product, and support no claim.'] : []),
		'',
		'sentence.txt       what may be printed, word for word',
		'figure.svg, .png   the figure to print with it',
		'fact-sheet.pdf     both on one page',
		'numbers.*          the numbers behind it, for people and for programs',
		'methods.md         how they were made, and who is cited',
		'reporting.md       what a report has to tell, by STROBE and RECORD',
		'sql                the statements that define the numbers, and the filters',
		'manifest.json      the records, the program and the hash of every file',
		'',
		'To check that nothing was changed and that it still holds, where the records are: npm run verify -- PACK',
		'',
	].join('\n');
}
