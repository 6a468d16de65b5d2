import type { Table } from '#lib/charts/drawing.ts';
import { count } from '#lib/charts/number.ts';
import { isQuestion, questions } from '#lib/questions/registry.server.ts';
import { validated, type Validated } from '#lib/questions/validation.ts';
import type { Report } from './report.ts';

/** The study as a page of Markdown. */
export function validationPage(study: Report): string {
	const sizes = study.sizes.map(({ episodes, cohorts }) => `${count(cohorts)} of ${count(episodes)} episodes`).join(', ');
	return `# Simulation

How the estimates do against a truth that is known. From the sample's [scenario](../sample/README.md) cohorts were drawn
(${sizes}, spread evenly over its conditions) and put through the statements and routines that the dashboard uses, with nothing withheld. Patients leave depending on
their recorded scores; scores are whole numbers from 0 to 10, so no model is quite true, as it never is.

Bias and root mean squared error are in points of the score, percentage points of a share, or the currency. Coverage is the share of 95 %
intervals that hold the truth, the error its Monte-Carlo standard error in percentage points. Not estimable is the share of cohorts of which the dashboard
would refuse the estimate; the other columns are of the rest, and empty where fewer than 30 are left. The linear model is tried where scores are sparse, on
those cohorts in which it takes over. Coverage outside 93 to 97 % is marked, with the reason, in cohorts of 200.

What is true is computed from the scenario for the recovery curve, and otherwise taken from draws of ${count(study.truth)} episodes of each condition:
in which records go on, nobody leaves, or the protocol is drawn by lot, as the estimate supposes.

Where few cohorts of a size reach a session, those that do are a selection. In cohorts of 50 a month has two episodes, which the dashboard would withhold. The protocols compared are two whose effects differ, the better one chosen three times as often where symptoms are young
and a third as often where they are old.

${validated(study).map((each) => section(each, study)).join('\n')}
Written by \`npm run simulate\` with seed ${study.seed}; the numbers are in \`simulation.json\`.
`;
}

function section({ question, sentence, misses, performance, rates }: Validated, study: Report): string {
	const estimators = study.questions.find((each) => each.question === question)?.estimators ?? [];
	const aims = estimators.map(({ name, aim }) => `- ${name}: against ${aim}.`);
	const parts = [sentence, misses.map((miss) => `- ${miss}`).join('\n'), aims.length === 0 ? '' : `What each is compared with:\n\n${aims.join('\n')}`, ...[performance, rates].map(markdown)];
	return `## ${isQuestion(question) ? questions[question].title : question}\n\n${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function markdown(table: Table | null): string {
	if (table === null) return '';
	const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [row(table.columns), row(table.columns.map(() => '---')), ...table.rows.map(row)].join('\n').replaceAll('\u00a0', ' ');
}
