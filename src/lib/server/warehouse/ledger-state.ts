import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { WarehouseFolder } from './folder.ts';

/** A file that is written twice within so many milliseconds may look the same after both. */
const moment = 100;

/**
 * Another text whenever what the ledger of claims is made of, beside the snapshot, has changed: the clinic's own claims, the verdicts that are kept, and the
 * snapshots that are. Undefined where that cannot be seen, or changed so lately that one more change might not be.
 */
export function ledgerState({ claims, verdicts, snapshots }: WarehouseFolder): string | undefined {
	try {
		const articles = existsSync(claims) ? readdirSync(claims).sort() : [];
		const found = [claims, ...articles.map((name) => join(claims, name)), verdicts, snapshots].map((path) => statSync(path, { throwIfNoEntry: false }));
		const now = Date.now();
		if (found.some((each) => each !== undefined && each.ctimeMs > now - moment)) return undefined;
		return JSON.stringify([articles, found.map((each) => each && [each.ino, each.size, each.mtimeMs, each.ctimeMs])]);
	} catch {
		return undefined;
	}
}
