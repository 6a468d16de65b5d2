import type { Warehouse } from '../../warehouse/open.ts';
import { undo } from '../../warehouse/undo.ts';

/** Takes an import back; gives what is wrong in words where it cannot. */
export async function undoImport({ folder }: Warehouse, expected: string): Promise<string | undefined> {
	return undo(folder, expected).then(
		() => undefined,
		(error: unknown) => (error instanceof Error ? error.message : String(error)),
	);
}
