import { reader, type Beside, type Warehouse } from './open.ts';
import type { WarehouseFolder } from './folder.ts';
import type { Stamp } from './stamp.ts';

/** The snapshot that is being read as a warehouse that stays on it, so that several answers are of the same records. */
export function pinned(folder: WarehouseFolder, stamp: Stamp, beside: Beside): Warehouse {
	const hold: Warehouse['hold'] = (work) => work(stamp, beside);
	return { folder, hold, read: reader(hold), close: () => undefined };
}
