import { dayName } from '#lib/charts/day-name.ts';
import type { Table } from '#lib/charts/drawing.ts';
import { moment } from '#lib/charts/moment.ts';
import { list, plural } from '#lib/charts/number.ts';
import { baseInWords, valueInWords } from './figure-in-words.ts';
import type { JudgedClaim, PastVerdict, Verdict } from './result.ts';

/** How long a verdict has stood: snapshots in a row, the first of them, and the verdict before it where there was another. */
export type Standing = Readonly<{ snapshots: number; since: PastVerdict; before: PastVerdict | null }>;

/** Undefined where there is nothing to tell of: no snapshot, or one alone. */
export function standingOf(history: readonly PastVerdict[]): Standing | undefined {
	const last = history.at(-1);
	if (last === undefined || history.length < 2) return undefined;
	const other = history.findLastIndex(({ verdict }) => verdict !== last.verdict);
	return { snapshots: history.length - 1 - other, since: history[other + 1] ?? last, before: history[other] ?? null };
}

/** `Supported for 3 imports; before: too few data.` */
export function standingSentence({ verdict, history }: Pick<JudgedClaim, 'verdict' | 'history'>): string | null {
	const standing = standingOf(history);
	if (standing === undefined) return null;
	const { snapshots, before } = standing;
	if (before === null) return `${capital(verdict)} at each of ${plural(snapshots, 'import')}.`;
	return `${capital(verdict)} ${snapshots === 1 ? 'since the last import' : `for ${plural(snapshots, 'import')}`}; before: ${before.verdict}.`;
}

/** Which verdicts the last import changed. */
export function changedSentence(claims: readonly JudgedClaim[]): string | null {
	const known = claims.filter(({ history }) => history.length > 1);
	if (known.length === 0) return null;
	const changed = known.filter(({ history }) => history.at(-1)?.verdict !== history.at(-2)?.verdict);
	if (changed.length === 0) return 'The last import changed no verdict.';
	return `The last import changed ${plural(changed.length, 'verdict')}: ${list(changed.map(({ sentence, verdict, history }) => `“${sentence}” was ${history.at(-2)?.verdict ?? ''}, and is ${verdict}`))}.`;
}

/** The last few verdicts as marks, oldest first, with the figure where there is one alone. */
export function pastMarks({ history, tests }: JudgedClaim): { snapshot: string; verdict: Verdict; day: string; value: string }[] {
	const [test, ...others] = tests;
	return history.length < 2 ? [] : history.slice(-mostMarks).map(({ snapshot, publishedAt, verdict, tests: [past] }) => ({ snapshot, verdict, day: dayName(publishedAt), value: test === undefined || others.length > 0 ? '' : inWords(past, test) }));
}

const mostMarks = 6;

/** Every snapshot that is known, newest first. */
export function historyTable({ history, tests, sentence }: JudgedClaim): Table {
	return {
		caption: `${sentence} Verdict and figures at each import (95\u00a0% intervals in brackets)`,
		columns: ['Published', 'Verdict', ...tests.map(({ label }) => label)],
		rows: history.toReversed().map(({ publishedAt, verdict, tests: past }) => [moment(publishedAt), verdict, ...tests.map((test) => withBase(past.find(({ label }) => label === test.label), test))]),
	};
}

type Past = PastVerdict['tests'][number];
type Test = JudgedClaim['tests'][number];

function inWords(past: Past | undefined, test: Test): string {
	return past === undefined || past.estimate === null ? 'withheld' : valueInWords(past.estimate, test);
}

function withBase(past: Past | undefined, test: Test): string {
	return past === undefined || past.estimate === null ? 'withheld' : `${inWords(past, test)} ${baseInWords({ ...test, ...past })}`;
}

function capital(text: string): string {
	return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
