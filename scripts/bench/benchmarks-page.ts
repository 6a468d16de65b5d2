import { costs } from './cost-plot.ts';
import { exponent } from './exponent.ts';
import type { Latency } from './latency.ts';
import type { Comparison, Measured } from './measure.ts';

/** The page docs/benchmarks.md. */
export function benchmarksPage(comparisons: readonly Comparison[], machine: string): string {
	return `# Benchmarks

What importing and serving made-up records takes, each beside a floor from the same run. \`npm run bench\` writes this page.

Measured on ${machine}.

![Milliseconds against records, both logarithmic, with the fitted exponent of each](benchmarks.svg)

## Import

Beside what DuckDB alone needs to read the same file: \`read_csv\` with the right column types into a table of a database file, with a
checkpoint. The import also checks every value and every rule across rows, numbers visits, forms episodes, accounts for each record, and
publishes a snapshot. The two take turns, each in a process of its own; of each, the run of middle duration counts.

| records | DuckDB alone | import | ratio | processor time, DuckDB alone | processor time, import | ratio | most memory |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${comparisons.map(row).join('\n')}

Where the time of the import goes:

| step | ${comparisons.map(({ import: { rows } }) => `${count(rows)} records`).join(' | ')} |
| --- | ${comparisons.map(() => '---:').join(' | ')} |
${stepsOf(comparisons).map((step) => `| ${step} | ${comparisons.map((each) => secondsOf(each.import, step)).join(' | ')} |`).join('\n')}

## Questions

Milliseconds until \`/api/<question>\` of one condition has been read: asked for the first time after the start, with a clinic that was not asked
for yet (middle of all clinics), and asked again (middle, and slowest twentieth); its bytes are left packed, as a browser gets them. An answer without content from the same server takes ${serving(({ floor }) => floor.p50, comparisons)} ms,
and the bare engine ${serving(({ scan }) => scan.p50, comparisons)} ms for mean and spread of the condition's scores by session.

${comparisons.map(questionsTable).join('\n\n')}

## Pages

A condition's page in Chromium with nothing kept, beside a page of the same server without a chart, and beside a page that is nothing but a chart of
ten rows that stand in a program; to draw that one takes ${serving((served) => served.tenRows.drawn.p50, comparisons)} ms.

${table(
		['records', 'first byte', 'chart', 'loaded', 'sent', 'chartless page: first byte', 'heading', 'loaded', 'ten rows: chart', 'filter to new chart', 'chosen before', 'pointed at before'],
		comparisons.map(({ served: { rows, page, pageFloor, tenRows, changes } }) => [count(rows), ms(page.firstByte), ms(page.seen), ms(page.loaded), `${(page.bytes / 1000).toFixed(0)} kB in ${page.requests}`, ms(pageFloor.firstByte), ms(pageFloor.seen), ms(pageFloor.loaded), ms(tenRows.page.seen), ms(changes.first), ms(changes.again), ms(changes.pointed)]),
	)}

## Under load, at start, and in memory

Sixteen clients, each asking for the same answer again as soon as it has it, beside the answer without content. \`npm start\` to the first answer is the second start, with
everything built; memory is the most that the server held after all of the above. The curve is fitted from its patterns in this process.

${table(
		['records', 'answers a second', 'middle', 'slowest twentieth', 'without content a second', 'slowest twentieth', 'start to first answer', 'memory', 'fit of 12 visits', 'patterns'],
		comparisons.map(({ served: { rows, load, loadFloor, start, peakBytes, fit } }) => [count(rows), load.perSecond.toFixed(0), ms(load), `${load.p95.toFixed(1)} ms`, loadFloor.perSecond.toFixed(0), `${loadFloor.p95.toFixed(1)} ms`, `${(start / 1000).toFixed(1)} s`, `${(peakBytes / 2 ** 30).toFixed(2)} GiB`, ms(fit.took), count(fit.patterns)]),
	)}

## Growth

Cost grows as the number of records to the power of:

${table(['what', 'exponent'], Object.entries(growing).map(([what, cost]) => [what, exponent(comparisons.map((each) => ({ size: each.import.rows, cost: cost(each) })))?.toFixed(2) ?? '']))}
`;
}

/** What is drawn, and what is told beside it. */
const growing: typeof costs = {
	...costs,
	'import, processor time': (each) => each.import.processorSeconds,
	'import, memory': (each) => each.import.peakBytes,
	'filter to new chart': ({ served }) => served.changes.first.p50,
	'slowest twentieth of 16 clients': ({ served }) => served.load.p95,
	'start to first answer': ({ served }) => served.start,
	'memory of the server': ({ served }) => served.peakBytes,
};

function row({ floor, import: timed }: Comparison): string {
	const cells = [
		count(timed.rows),
		seconds(floor.seconds),
		seconds(timed.seconds),
		(timed.seconds / floor.seconds).toFixed(2),
		seconds(floor.processorSeconds),
		seconds(timed.processorSeconds),
		(timed.processorSeconds / floor.processorSeconds).toFixed(2),
		`${(timed.peakBytes / 2 ** 30).toFixed(1)} GiB`,
	];
	return `| ${cells.join(' | ')} |`;
}

function stepsOf(comparisons: readonly Comparison[]): string[] {
	return [...new Set(comparisons.flatMap((each) => each.import.steps.map(({ step }) => step)))];
}

function secondsOf({ steps }: Measured, step: string): string {
	const found = steps.find((each) => each.step === step);
	return found === undefined ? '' : seconds(found.seconds);
}

function seconds(value: number): string {
	return `${value.toFixed(1)} s`;
}

function count(value: number): string {
	return value.toLocaleString('en');
}

function questionsTable({ served: { rows, questions } }: Comparison): string {
	return table(
		[`${count(rows)} records`, 'first', 'other clinic', 'again', 'slowest twentieth'],
		questions.map(({ question, cold, filtered, warm }) => [`\`${question}\``, cold.toFixed(0), filtered.toFixed(0), warm.p50.toFixed(1), warm.p95.toFixed(1)]),
	);
}

function serving(of: (served: Comparison['served']) => number, comparisons: readonly Comparison[]): string {
	return comparisons.map(({ served }) => of(served).toFixed(1)).join(', ');
}

function ms({ p50 }: Latency): string {
	return `${p50.toFixed(p50 < 10 ? 1 : 0)} ms`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(columns), line(columns.map((_, place) => (place === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
