import { describe, expect, test } from 'vitest';
import { examined } from './examined.ts';

describe('a header', () => {
	const visits = ['patient_id,condition,session_number,pain_before', 'P1,knee pain,1,5'];

	test('below lines of a title is found, and that is said', async () => {
		expect(await examined('a.csv', ['Visits of 2025', '', ...visits])).toMatchObject({ mapping: { skip: 2 }, questions: [], notes: ['a.csv: the header is taken to be on line 3, and what stands above it is left out (--skip 2)'] });
	});

	test('below lines of a title that is not sure is asked about', async () => {
		expect((await examined('a.csv', ['Visits of 2025', 'Patient;Pain before;Pain after;x', 'P1;5;4;'])).questions).toContain('a.csv:2: the header seems to be on this line: say --skip 1 to leave out what stands above it');
	});

	test('is where the mapping says', async () => {
		expect(await examined('a.csv', ['x,y', ...visits], { skip: 1 })).toMatchObject({ mapping: { skip: 1 }, notes: [], questions: [] });
	});

	test('that is not there is missed', async () => {
		expect((await examined('a.csv', ['P1,knee pain,1,5', 'P1,knee pain,2,4'])).questions).toEqual(['a.csv:1: looks like a record, and the first line must name the columns: add a line with their names above it']);
	});

	test('of known names is proposed where the canonical ones are missing', async () => {
		expect(await examined('a.csv', ['Patient;Datum;Diagnose;NRS vor', 'P1;31.12.2025;knee pain;7,5'])).toMatchObject({
			proposal: { missing: [], mapping: { columns: { patient_id: ['Patient'], session_date: ['Datum'], condition: ['Diagnose'], pain_before: ['NRS vor'] } } },
			mapping: { dates: { order: 'day-month-year' }, decimal: ',' },
			questions: [],
		});
	});

	test('of canonical names needs no proposal', async () => {
		expect(await examined('a.csv', visits)).toMatchObject({ proposal: null, notes: [] });
	});

	test('with a known name among the canonical ones is named', async () => {
		const lines = ['patient_id,condition,session_number,pain_before,Age group,Phone', 'P1,knee pain,1,5,30-39,x'];
		expect(await examined('a.csv', lines)).toMatchObject({ proposal: null, notes: ['a.csv: Age group may be age_band: --map auto reads it, or name it in a mapping'], questions: [] });
	});
});
