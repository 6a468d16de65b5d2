import { openWarehouse } from '#lib/server/warehouse/open.ts';

/** A process of its own that reads the published snapshot and goes on reading it until it is told to end. */
const warehouse = await openWarehouse(process.argv[2] ?? '', '500MB');
await warehouse.read(async (_, { id }) => {
	console.log(id);
	await new Promise((resolve) => process.stdin.once('data', resolve));
});
warehouse.close();
process.exit();
