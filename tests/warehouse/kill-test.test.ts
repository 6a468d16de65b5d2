import { expect, test } from 'vitest';
import { killImports } from '../../scripts/kill-test/kill-imports.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';

test('imports killed at random moments leave no damaged snapshot and lose no row', { timeout: 300_000 }, async () => {
	const { struck, ...outcome } = await killImports(await temporaryFolder(), 12, 3);
	expect(outcome).toEqual({ kills: 12, damaged: 0, lostRows: 0, leftovers: 0, same: true, troubles: [] });
	expect([...struck.values()].reduce((sum, times) => sum + times, 0)).toBe(12);
});
