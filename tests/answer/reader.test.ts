import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayName } from '#lib/charts/day-name.ts';
import { count, decimal } from '#lib/charts/number.ts';
import { everybody, writeFor } from '#lib/charts/written-for.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import { answer } from '#lib/server/answer.ts';
import { answeringAll, answeringIn, readerNow } from '#lib/server/reader.ts';
import { sampleWarehouse } from './sample-warehouse.ts';

beforeAll(() => writeFor(() => readerNow() ?? everybody));
afterAll(() => writeFor(() => everybody));

const written = () => [decimal(4.25, 2), count(1204), dayName('2026-05-05T12:00:00Z')].join(' | ');
const forms = { 'de-DE': '4,25 | 1.204 | 5. Mai 2026', 'fr-FR': '4,25 | 1\u00a0204 | 5 mai 2026', 'en-US': '4.25 | 1,204 | May 5, 2026' } as const;

test('readers who are answered at the same time each get their own numbers and days', async () => {
	const readers = Array.from({ length: 60 }, (_, index) => (['de-DE', 'fr-FR', 'en-US'] as const)[index % 3] ?? 'en-US');
	const answered = await Promise.all(
		readers.map(async (language, index) =>
			answeringIn(language, async () => {
				const said = [written()];
				for (const wait of [(index * 7) % 5, (index * 3) % 4]) {
					await new Promise((resolve) => setTimeout(resolve, wait));
					said.push(written());
				}
				return said;
			}),
		),
	);
	expect(answered).toEqual(readers.map((language) => [forms[language], forms[language], forms[language]]));
});

test('what is worked out for all is written in the form of everybody, whoever asked for it', () => {
	expect(answeringIn('de-DE', () => [written(), answeringAll(written), written()])).toEqual([forms['de-DE'], '4.25 | 1,204 | 5 May 2026', forms['de-DE']]);
	expect(written()).toBe('4.25 | 1,204 | 5 May 2026');
});

test('an answer holds the same words for every reader', async () => {
	const warehouse = await sampleWarehouse();
	const ask = async () => answer(warehouse, 'claims', parseFilters(new URLSearchParams()));
	const german = await answeringIn('de-DE', ask);
	expect(JSON.stringify(german)).toMatch(/\d\.\d weeks \(\d,\d{3} episodes\)/);
	expect(german).toEqual(await ask());
});
