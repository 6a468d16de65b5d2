import { parseArgs } from 'node:util';
import { verifyPack, type Verification } from '#lib/server/packs/verify-pack.ts';
import { openWarehouse } from '#lib/server/warehouse/open.ts';
import { userPath, warehousePath } from './cli/paths.ts';
import { run } from './cli/run.ts';

const usage = `npm run verify -- PACK [options]

  says whether an evidence pack is as it was packed, whether it follows from the records that it was made from, and
  whether it still holds with the records that are served now

  --warehouse DIR   where snapshots live (NEEDLEPOINT_WAREHOUSE, else ./warehouse)

  exit code 0: it holds; 2: it no longer holds; 1: it was tampered with, or cannot be checked`;

const codes: Readonly<Record<Verification['outcome'], number>> = { holds: 0, 'no longer holds': 2, 'cannot be checked': 1 };

await run(async () => {
	const { values, positionals } = parseArgs({ allowPositionals: true, options: { warehouse: { type: 'string' }, help: { type: 'boolean', default: false } } });
	const [pack] = positionals;
	if (values.help || pack === undefined) {
		console.log(usage);
		return values.help ? 0 : 1;
	}
	const warehouse = await openWarehouse(warehousePath(values.warehouse));
	try {
		const { outcome, lines } = await verifyPack(userPath(pack), warehouse);
		console.log(lines.map(printable).join('\n'));
		return codes[outcome];
	} finally {
		warehouse.close();
	}
});

/** Without what a terminal would obey: a pack may come from anybody. */
function printable(line: string): string {
	return line.replaceAll(/\p{Cc}/gu, '?');
}
