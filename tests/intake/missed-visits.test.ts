import { describe, expect, test } from 'vitest';
import { examined } from './examined.ts';

const lines = (header: string, ...cells: readonly string[]) => [`patient_id,condition,session_number,pain_before,${header}`, ...cells.map((cell, row) => `P${row},knee pain,1,5,${cell}`)];

describe('a column of an appointment book that is not read', () => {
	test.each([
		['State', ['arrived', 'no_show', 'Cancelled'], 'a.csv: State: 2 of the first 3 records seem to be of visits that did not take place (no show): leave them out of the export'],
		['Did not arrive', ['false', 'true', 'false'], 'a.csv: Did not arrive: 1 of the first 3 records seem to be of visits that did not take place (yes): leave them out of the export'],
		['Termin-Status', ['erschienen', 'nicht erschienen', 'erschienen'], 'a.csv: Termin-Status: 1 of the first 3 records seem to be of visits that did not take place (nicht erschienen): leave them out of the export'],
	])('that says visits did not take place is told of: %s', async (header, cells, note) => {
		expect((await examined('a.csv', lines(header, ...cells))).notes).toEqual([note]);
	});

	test.each([
		['State', ['arrived', 'completed']],
		['Paid', ['true', 'false']],
		['Did not arrive', ['false', 'no']],
	])('is passed over where it says none: %s', async (header, cells) => {
		expect((await examined('a.csv', lines(header, ...cells))).notes).toEqual([]);
	});
});
