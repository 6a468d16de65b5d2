import type { Comparison, Measured } from './measure.ts';

/** The page docs/benchmarks.md. */
export function benchmarksPage(comparisons: readonly Comparison[], machine: string): string {
	return `# Benchmarks

How long an import takes beside what DuckDB alone needs to read the same file: \`read_csv\` with the right column types into a table
of a database file, with a checkpoint. The import also checks every value and every rule across rows, numbers visits, forms
episodes, accounts for each record, and publishes a snapshot. Both run on the same made-up records in turn, each in a process of
its own; of each, the run of middle duration counts. \`npm run bench\` writes this page.

Measured on ${machine}.

| records | DuckDB alone | import | ratio | processor time, DuckDB alone | processor time, import | ratio | most memory |
| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${comparisons.map(row).join('\n')}

Where the time of the import goes:

| step | ${comparisons.map(({ import: { rows } }) => `${count(rows)} records`).join(' | ')} |
| --- | ${comparisons.map(() => '---:').join(' | ')} |
${stepsOf(comparisons).map((step) => `| ${step} | ${comparisons.map((each) => secondsOf(each.import, step)).join(' | ')} |`).join('\n')}
`;
}

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
