import { parseArgs } from 'node:util';
import { parseFilters } from '#lib/questions/filters.ts';
import type { Cell } from '#lib/questions/question.ts';
import { isQuestion, questions } from '#lib/questions/registry.server.ts';
import { ask } from '#lib/server/ask.ts';
import { csv } from '#lib/server/csv.ts';
import { openWarehouse } from '#lib/server/warehouse/open.ts';
import { askedFilters, filterOptions, filterUsage } from './cli/filter-options.ts';
import { warehousePath } from './cli/paths.ts';
import { run } from './cli/run.ts';

const names = Object.keys(questions).join(', ');

const usage = `npm run ask -- QUESTION [options]

  QUESTION                one of ${names}
${filterUsage}
  --json | --csv          the whole answer, or its table (a table)
  --warehouse DIR         where snapshots live (NEEDLEPOINT_WAREHOUSE, else ./warehouse)`;

await run(async () => {
	const { values, positionals } = parseArgs({
		allowPositionals: true,
		options: {
			...filterOptions,
			warehouse: { type: 'string' },
			json: { type: 'boolean', default: false },
			csv: { type: 'boolean', default: false },
			help: { type: 'boolean', default: false },
		},
	});
	const [name = ''] = positionals;
	if (values.help) return say(usage, 0);
	if (!isQuestion(name)) return say(name === '' ? usage : `there is no question ${name}: ask ${names}`, 1);
	const filters = parseFilters(askedFilters(values));
	const warehouse = await openWarehouse(warehousePath(values.warehouse));
	try {
		const { answer, table, exported } = await ask(warehouse, name, filters);
		if (values.json) return say(JSON.stringify(answer), 0);
		if (values.csv) return say(csv(exported.columns, exported.rows).trimEnd(), 0);
		console.table(table.rows.map((row) => Object.fromEntries(row.map((cell, column) => [table.columns[column], shown(cell)]))));
		return say(answer.caveats.join('\n'), 0);
	} finally {
		warehouse.close();
	}
});

function shown(cell: Cell): string | number {
	return typeof cell === 'number' ? Number(cell.toFixed(4)) : (cell ?? '');
}

function say(text: string, code: number): number {
	console.log(text);
	return code;
}
