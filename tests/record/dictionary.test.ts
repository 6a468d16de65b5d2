import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { dictionary } from '#lib/record/dictionary.ts';

test('the data dictionary in data/ is the one that the field table writes', async () => {
	expect(await readFile('data/README.md', 'utf8')).toBe(dictionary());
});
