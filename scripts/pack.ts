import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseFilters, searchOf } from '#lib/questions/filters.ts';
import { tellable } from '#lib/questions/tellable.ts';
import { makePack } from '#lib/server/packs/make-pack.ts';
import type { PackSpec } from '#lib/server/packs/pack-spec.ts';
import { openWarehouse } from '#lib/server/warehouse/open.ts';
import { askedFilters, filterOptions, filterUsage } from './cli/filter-options.ts';
import { userPath, warehousePath } from './cli/paths.ts';
import { run } from './cli/run.ts';

const usage = `npm run pack -- QUESTION [options]
npm run pack -- --claim ID [options]

  writes an evidence pack: the figure, its numbers, the sentence that may be printed, and all that it takes to check them

  QUESTION                one of ${tellable.join(', ')}
  --figure SLUG           the figure, by the words of its title (the first one)
  --claim ID              a claim of the ledger instead of a figure
${filterUsage}
  --out FILE              where to write it (needlepoint-evidence-pack.zip)
  --warehouse DIR         where snapshots live (NEEDLEPOINT_WAREHOUSE, else ./warehouse)`;

const text = { type: 'string' } as const;

await run(async () => {
	const { values, positionals } = parseArgs({ allowPositionals: true, options: { ...filterOptions, figure: text, claim: text, out: text, warehouse: text, help: { type: 'boolean', default: false } } });
	const [question = ''] = positionals;
	if (values.help || (question === '' && values.claim === undefined)) {
		console.log(usage);
		return values.help ? 0 : 1;
	}
	const filters = searchOf(parseFilters(askedFilters(values))).toString();
	if (values.claim !== undefined && (question !== '' || filters !== '' || values.figure !== undefined)) throw new Error(`--claim takes no question, figure or filter, since the claim names them: ${values.claim}`);
	const spec: PackSpec = values.claim === undefined ? { question, search: filters, figure: values.figure ?? '', audience: 'internal' } : { claim: values.claim };
	const warehouse = await openWarehouse(warehousePath(values.warehouse));
	try {
		const { manifest, bytes } = await makePack(warehouse, spec);
		const path = userPath(values.out ?? 'needlepoint-evidence-pack.zip');
		await writeFile(path, bytes, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
			throw new Error(error.code === 'EEXIST' ? `--out: there is such a file already: ${path}: name another` : `--out: cannot be written (${error.code ?? 'unknown'}): ${path}`);
		});
		console.log(`${manifest.title}\nsnapshot ${manifest.snapshot.id}, ${manifest.files.length + 1} files${manifest.synthetic ? ', synthetic data' : ''}\nwrote ${path}`);
		return 0;
	} finally {
		warehouse.close();
	}
});
