import type { Disclosure, SnapshotStamp } from '#lib/questions/answer.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import { answer } from '#lib/server/answer.ts';
import { hasSnapshot } from '#lib/server/intake/jobs/next-undo.ts';

/** What every page says of the snapshot that is shown; undefined where none is published yet. */
export async function publishedStamp(warehouse: App.Locals['warehouse']): Promise<(SnapshotStamp & Disclosure) | undefined> {
	if (!(await hasSnapshot(warehouse))) return undefined;
	const { snapshot, method } = await answer(warehouse, 'records', parseFilters(new URLSearchParams()));
	return { ...snapshot, minimumCell: method.minimumCell };
}
