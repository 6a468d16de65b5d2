import { attach, onAttached, openReadingEngine } from './attached.ts';
import { keptSnapshots, type WarehouseFolder } from './folder.ts';
import { reader, type Beside, type Warehouse } from './open.ts';
import { readerMark } from './reader-mark.ts';

/** A snapshot has been cleared away, or never was in this warehouse. */
export class NotKept extends Error {
	constructor(folder: WarehouseFolder, id: string) {
		super(`snapshot ${id} is not kept in ${folder.root}`);
	}
}

/** Opens one snapshot that is kept, whichever is published, and stays on it; throws `NotKept` where there is none of that id. */
export async function openKept(folder: WarehouseFolder, id: string, memoryLimit = '1GB'): Promise<Warehouse> {
	const mark = readerMark(folder);
	await mark.hold([id]).catch(() => undefined);
	if (!(await keptSnapshots(folder)).includes(id)) {
		mark.drop();
		throw new NotKept(folder, id);
	}
	const reading = await openReadingEngine(folder, memoryLimit);
	const close = () => {
		reading.close();
		mark.drop();
	};
	const { alias, stamp } = await attach(reading, folder, id).catch((error: unknown) => {
		close();
		throw error;
	});
	const beside: Beside = (work, use) => onAttached(reading, { alias }, work, use);
	const hold: Warehouse['hold'] = (work) => work(stamp, beside);
	return { folder, hold, read: reader(hold), close };
}
