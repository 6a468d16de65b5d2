import { parseArgs } from 'node:util';
import { warehouseFolder } from '#lib/server/warehouse/folder.ts';
import { listSnapshots } from '#lib/server/warehouse/summary.ts';
import { warehousePath } from './cli/paths.ts';
import { run } from './cli/run.ts';

await run(async () => {
	const { values } = parseArgs({ options: { warehouse: { type: 'string' }, json: { type: 'boolean', default: false } } });
	const folder = warehouseFolder(warehousePath(values.warehouse));
	const snapshots = await listSnapshots(folder);
	if (values.json) console.log(JSON.stringify(snapshots));
	else if (snapshots.length === 0) console.log(`no snapshot in ${folder.root} yet: run npm run import -- FILE`);
	else for (const { id, publishedAt, sessions, episodes, patients, synthetic, current } of snapshots) {
		console.log(`${current ? '→' : ' '} ${id}  ${publishedAt}  ${sessions} sessions, ${episodes} episodes, ${patients} patients${synthetic ? ', synthetic' : ''}`);
	}
	return 0;
});
