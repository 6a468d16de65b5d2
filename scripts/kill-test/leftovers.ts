import { readdir } from 'node:fs/promises';
import { warehouseFolder } from '#lib/server/warehouse/folder.ts';

const belong = ['current.json', 'quarantine', 'snapshots'];

/** Files of a warehouse that no finished import leaves. */
export async function leftovers(warehouse: string): Promise<string[]> {
	const { root, quarantine, snapshots } = warehouseFolder(warehouse);
	const top = (await readdir(root)).filter((name) => !belong.includes(name));
	const refused = (await readdir(quarantine)).filter((name) => name.startsWith('tmp_'));
	const kept = await readdir(snapshots);
	const alone = kept.filter((name) => !kept.includes(name.replace(/\.(json|duckdb)$/u, (end) => (end === '.json' ? '.duckdb' : '.json'))));
	return [...top, ...refused, ...alone, ...kept.slice(10)];
}
