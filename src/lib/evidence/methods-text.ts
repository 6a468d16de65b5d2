import { dayName } from '#lib/charts/day-name.ts';
import { syntheticWarning } from '#lib/charts/synthetic-warning.ts';
import { flowBoxes, numberText } from '#lib/questions/completeness/flow-words.ts';
import type { Evidence } from './evidence.ts';
import { citationWords, designWords } from './fact-sheet-words.ts';
import type { ReportingSources } from './reporting-facts.ts';

/** How the numbers were made, in Markdown: method, formulas, whom they are of, what to beware of, and who is cited. */
export function methodsText(evidence: Evidence, { completeness }: ReportingSources): string {
	const { title, subtitle, snapshot, method, notes, fine, keyNumbers, caveats } = evidence;
	const parts: readonly (readonly [string, readonly string[]])[] = [
		['What this is of', [subtitle, designWords(evidence), `Snapshot ${snapshot.id}, published ${dayName(snapshot.publishedAt)}.`]],
		['Numbers', keyNumbers.map(({ label, text }) => `${label}: ${text}`)],
		['Whom they are of', flowBoxes(completeness).map(({ name, n }) => `${name}: ${numberText(n)}`)],
		['How they were made', method.text],
		['Formulas', method.formula],
		['How to read the figure', [...notes, ...fine]],
		['Beware', caveats],
		['Withheld', [`What rests on fewer than ${method.minimumCell} patients, and what would give that away.`]],
		['Cited', method.citations],
		['Cite this as', [citationWords(evidence)]],
	];
	return [
		`# ${title}`,
		...(snapshot.synthetic ? [`**${syntheticWarning}**`] : []),
		...parts.filter(([, texts]) => texts.length > 0).map(([head, texts]) => `## ${head}\n\n${texts.map((text) => `- ${text}`).join('\n')}`),
	].join('\n\n').concat('\n');
}
