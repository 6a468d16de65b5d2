import { keptSnapshots, snapshotFile, type WarehouseFolder } from './folder.ts';

/** What to say where a snapshot cannot be read, and which other one can be served instead. */
export async function damagedSnapshot(folder: WarehouseFolder, id: string, how: string): Promise<Error> {
	const [other] = (await keptSnapshots(folder)).filter((each) => each !== id);
	const instead = other === undefined ? `or move ${folder.root} away and import all files again` : `or write {"id":"${other}"} into ${folder.current} to go back to the snapshot before, and import again what it lacks`;
	return new Error(`${snapshotFile(folder, id)} ${how}: put it back from a backup, ${instead}`);
}
