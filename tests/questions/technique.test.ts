import { describe, expect, test } from 'vitest';
import { protect } from '#lib/questions/technique/protect.server.ts';
import { technique } from '#lib/questions/technique/technique.server.ts';
import { run } from '#lib/server/warehouse/database.ts';
import { alike, asking } from './small-snapshot.ts';

/** 40 patients with two visits each: the first 20 have knee pain, the others hip pain. */
async function forty(statements: readonly string[], minimumCell = 11) {
	const two = { visits: [{ score: 5 }, { score: 4 }] };
	const given = await asking([...alike(20, 1, two), ...alike(20, 21, { ...two, condition: 'hip-pain' })], { minimumCell });
	for (const statement of statements) await run(given.db, statement);
	return technique.protect(await technique.ask(given), minimumCell);
}

describe('technique', () => {
	test('gives the share of each condition among the episodes, in the order of the codebook', async () => {
		const { conditions } = await forty([]);
		expect(conditions.map(({ name, share }) => [name, share?.count, share?.n])).toEqual([['hip-pain', 20, 40], ['knee-pain', 20, 40]]);
	});

	test('counts of visits only those that say it', async () => {
		const { guided } = await forty(['UPDATE sessions SET ultrasound_guided = episode_key <= 20 WHERE session_number = 1']);
		expect(guided).toMatchObject({ count: 20, n: 40, estimate: 0.5 });
	});

	test('widens the interval where the visits of a patient are alike', async () => {
		const { guided } = await forty(['UPDATE sessions SET ultrasound_guided = episode_key <= 20']);
		expect(guided).toMatchObject({ count: 40, n: 80 });
		const width = ({ lower, upper }: { lower: number; upper: number }) => upper - lower;
		expect(width(guided?.robust ?? { lower: 0, upper: 0 })).toBeGreaterThan(1.3 * width(guided ?? { lower: 0, upper: 0 }));
	});

	test('gives running shares of the minutes that needles stayed in place, where they did', async () => {
		const { atMost, minutes } = await forty(['UPDATE sessions SET retention_minutes = CASE WHEN episode_key <= 20 THEN 10 ELSE 18 END WHERE session_number = 1', 'UPDATE sessions SET retention_minutes = 0 WHERE session_number = 2']);
		expect(atMost.map(({ minutes: bound, share }) => [bound, share?.count, share?.n])).toEqual([[5, 0, 40], [10, 20, 40], [15, 20, 40], [20, 40, 40], [30, 40, 40]]);
		expect(minutes).toEqual({ n: 40, q1: 10, median: 14, q3: 18 });
	});

	test('counts therapists who used ultrasound at least once', async () => {
		const { therapists } = await forty([`UPDATE sessions SET therapist = 'T' || (episode_key % 4), ultrasound_guided = (episode_key % 4 < 2)`]);
		expect(therapists).toMatchObject({ count: 2, n: 4 });
	});

	test('shows no share from which a small number of patients could be derived', async () => {
		const { guided, certified, therapists } = await forty([`UPDATE sessions SET therapist = 'A', ultrasound_guided = episode_key <= 5, therapist_ultrasound_certified = true`]);
		expect([guided, certified, therapists]).toEqual([null, null, null]);
	});

	test('withholds both bounds of minutes between which few patients lie', () => {
		const row = (minutes: number, soPatients: number) => ({ figure: 'minutes-at-most', name: String(minutes), n: 60, count: soPatients, patients: 60, soPatients, otherPatients: 60 - soPatients, squares: 1 });
		const { atMost } = protect({ shares: [row(5, 20), row(10, 24), row(15, 40)], spreads: [], therapists: { n: 0, count: 0 } }, 11);
		expect(atMost.filter(({ share }) => share !== null).length).toBeLessThan(3);
		expect(atMost.find(({ minutes }) => minutes === 10)?.share).toBeNull();
	});
});
