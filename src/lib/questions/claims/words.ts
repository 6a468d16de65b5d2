import type { Table } from '#lib/charts/drawing.ts';
import { list, plural } from '#lib/charts/number.ts';
import { baseInWords, valueInWords } from './figure-in-words.ts';
import { verdicts, type Estimated, type Judged } from './result.ts';

const designs = {
	description: 'describes care',
	'before-after': 'before and after, no comparison',
	comparison: 'needs a comparison',
} as const;

/** `9 supported, 1 too few data, 2 not testable`. */
export function verdictCounts(claims: readonly Judged[]): string {
	const counted = verdicts.map((verdict) => ({ verdict, n: claims.filter((claim) => claim.verdict === verdict).length }));
	return list(counted.filter(({ n }) => n > 0).map(({ verdict, n }) => `${n} ${verdict}`));
}

export function ledgerSentence(claims: readonly Judged[]): string {
	return `Of ${plural(claims.length, 'statement')}, these records leave ${verdictCounts(claims)}.`;
}

export function designOf({ design }: Judged): string {
	return designs[design];
}

export function claimLabel({ sentence, verdict, tests }: Judged, synthetic: boolean): string {
	return `${synthetic ? 'Synthetic data. ' : ''}${sentence} ${verdict}: ${tests.map((test) => `${test.label} ${inWords(test)}, ${rangeOf(test)}`).join('; ')}`;
}

/** What tests a claim, as lines of label, and value with its base. */
export function testLines({ tests }: Judged): { label: string; text: string }[] {
	return tests.map((test) => ({ label: test.label, text: `${inWords(test)}, ${test.verdict}` }));
}

/** What stands beside a claim, as lines of label, value and base. */
export function besideLines({ beside }: Judged): { label: string; text: string; href: string }[] {
	return beside.map((figure) => ({ label: figure.label, text: inWords(figure), href: hrefOf(figure) }));
}

/** Where the figures of a claim's tests come from. */
export function sourcesOf({ tests }: Judged): { question: string; href: string }[] {
	const all = tests.map((test) => ({ question: test.question, href: hrefOf(test) }));
	return all.filter(({ href }, place) => all.findIndex((other) => other.href === href) === place);
}

export function ledgerTable(title: string, claims: readonly Judged[]): Table {
	return {
		caption: `${title}: each figure and the range that would bear the statement out (95\u00a0% intervals in brackets)`,
		columns: ['Statement', 'Verdict', 'Figure', 'Value', 'Supported if'],
		rows: claims.flatMap((claim) =>
			claim.tests.length === 0
				? [[claim.sentence, claim.verdict, '–', '–', '–']]
				: claim.tests.map((test) => [claim.sentence, claim.verdict, test.label, inWords(test), rangeOf(test)]),
		),
	};
}

function inWords(figure: Estimated): string {
	return figure.estimate === null ? 'withheld or not recorded' : `${valueInWords(figure.estimate, figure)} ${baseInWords(figure)}`;
}

function rangeOf(test: Judged['tests'][number]): string {
	const write = (value: number) => valueInWords(value, test);
	if (test.from !== null && test.to !== null) return `${write(test.from)} to ${write(test.to)}`;
	if (test.from !== null) return test.as === 'number' && test.from > 0 && test.from < 0.01 ? 'more than nought' : `at least ${write(test.from)}`;
	return test.to === null ? 'any value' : `at most ${write(test.to)}`;
}

function hrefOf({ question, search }: Estimated): string {
	return `/questions/${question}${search === '' ? '' : `?${search}`}`;
}
