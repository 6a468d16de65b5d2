import { currentSnapshot } from '../../warehouse/folder.ts';
import type { Warehouse } from '../../warehouse/open.ts';
import { listSnapshots, type Summary } from '../../warehouse/summary.ts';
import { undoable } from '../../warehouse/undo.ts';

/** What an undo of the last import would take back and publish again; undefined where there is nothing to go back to. */
export async function nextUndo({ folder }: Warehouse): Promise<Readonly<{ undone: Summary; restored: Summary }> | undefined> {
	const next = await undoable(folder);
	const snapshots = next === undefined ? [] : await listSnapshots(folder);
	const undone = snapshots.find(({ id }) => id === next?.undone);
	const restored = snapshots.find(({ id }) => id === next?.restored);
	return undone === undefined || restored === undefined ? undefined : { undone, restored };
}

/** Whether anything has been published. */
export async function hasSnapshot({ folder }: Warehouse): Promise<boolean> {
	return (await currentSnapshot(folder)) !== undefined;
}
