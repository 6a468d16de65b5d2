import { parseArgs } from 'node:util';
import { warehouseFolder } from '#lib/server/warehouse/folder.ts';
import { undo } from '#lib/server/warehouse/undo.ts';
import { warehousePath } from './cli/paths.ts';
import { run } from './cli/run.ts';

const usage = `npm run undo -- [options]

  takes the last import back: publishes the snapshot again that was published before it

  --warehouse DIR   where snapshots live (NEEDLEPOINT_WAREHOUSE, else ./warehouse)
  --json            what was done as JSON`;

await run(async () => {
	const { values } = parseArgs({ options: { warehouse: { type: 'string' }, json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } });
	if (values.help) {
		console.log(usage);
		return 0;
	}
	const done = await undo(warehouseFolder(warehousePath(values.warehouse)));
	console.log(values.json ? JSON.stringify(done) : `snapshot ${done.undone} is undone: snapshot ${done.restored} is published again`);
	return 0;
});
