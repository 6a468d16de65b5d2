import { z } from 'zod';
import { mayIdentifySql } from '#lib/server/intake/identifier-sql.ts';
import { openEngine, rows } from '#lib/server/warehouse/database.ts';

/** The ids that a cheap look does not clear. */
export async function looked(ids: readonly string[]): Promise<string[]> {
	const engine = await openEngine();
	const db = await engine.connect();
	try {
		const found = await rows(db, z.object({ text: z.string() }), `SELECT text FROM (SELECT unnest($ids) AS text) WHERE ${mayIdentifySql('text', 'id')}`, { ids });
		return found.map(({ text }) => text);
	} finally {
		db.closeSync();
		engine.closeSync();
	}
}
