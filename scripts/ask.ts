import { parseArgs } from 'node:util';
import { listFilters, parseFilters, partings, singleFilters } from '#lib/questions/filters.ts';
import type { Cell } from '#lib/questions/question.ts';
import { isQuestion, questions } from '#lib/questions/registry.server.ts';
import { ask } from '#lib/server/ask.ts';
import { csv } from '#lib/server/csv.ts';
import { openWarehouse } from '#lib/server/warehouse/open.ts';
import { warehousePath } from './cli/paths.ts';
import { run } from './cli/run.ts';

const names = Object.keys(questions).join(', ');

const usage = `npm run ask -- QUESTION [options]

  QUESTION                one of ${names}
${listFilters.map(({ name }) => `  --${name} VALUE`.padEnd(26) + 'only these; may be given several times').join('\n')}
  --measure MEASURE       outcome measure (the codebook's primary one)
  --threshold THRESHOLD   the threshold of a meaningful change (the measure's primary one)
  --rebase YYYY-MM        the month from which a chart over time is computed anew
  --by PART               a group for each protocol too; of recovery also clinic or chronicity
  --axis sessions|weeks   recovery: count visits, or weeks since the first (sessions)
  --delta POINTS          recovery: suppose that those who left did this much worse than predicted
  --json | --csv          the whole answer, or its table (a table)
  --warehouse DIR         where snapshots live (NEEDLEPOINT_WAREHOUSE, else ./warehouse)`;

await run(async () => {
	const text = { type: 'string' } as const;
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			...Object.fromEntries(listFilters.map(({ name }) => [name, { type: 'string', multiple: true } as const])),
			...Object.fromEntries(singleFilters.map((name) => [name, text])),
			warehouse: text,
			json: { type: 'boolean', default: false },
			csv: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const [name = ''] = positionals;
	if (values.help) return say(usage, 0);
	if (!isQuestion(name)) return say(name === '' ? usage : `there is no question ${name}: ask ${names}`, 1);
	const asked = parameters(values);
	refuse(asked, 'by', (by) => partings.some((each) => each === by), `be ${partings.join(', ')}`);
	refuse(asked, 'axis', (axis) => axis === 'sessions' || axis === 'weeks', 'be sessions or weeks');
	refuse(asked, 'delta', (delta) => Number(delta) > 0, 'be a number of points above 0');
	const warehouse = await openWarehouse(warehousePath(values.warehouse));
	try {
		const { answer, table, exported } = await ask(warehouse, name, parseFilters(asked));
		if (values.json) return say(JSON.stringify(answer), 0);
		if (values.csv) return say(csv(exported.columns, exported.rows).trimEnd(), 0);
		console.table(table.rows.map((row) => Object.fromEntries(row.map((cell, column) => [table.columns[column], shown(cell)]))));
		return say(answer.caveats.join('\n'), 0);
	} finally {
		warehouse.close();
	}
});

function parameters(values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>): URLSearchParams {
	const known = new Set<string>([...listFilters.map(({ name }) => name), ...singleFilters]);
	return new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (known.has(name) ? [value ?? []].flat().map((each) => [name, String(each)]) : [])));
}

/** Throws where a flag has a value that the filters would silently pass over. */
function refuse(asked: URLSearchParams, flag: string, allowed: (value: string) => boolean, need: string): void {
	const value = asked.get(flag);
	if (value !== null && !allowed(value)) throw new Error(`--${flag} must ${need}: ${value}`);
}

function shown(cell: Cell): string | number {
	return typeof cell === 'number' ? Number(cell.toFixed(4)) : (cell ?? '');
}

function say(text: string, code: number): number {
	console.log(text);
	return code;
}
