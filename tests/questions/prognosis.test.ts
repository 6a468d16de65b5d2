import { describe, expect, test } from 'vitest';
import { prognosis } from '#lib/questions/prognosis/prognosis.server.ts';
import type { PrognosisResult } from '#lib/questions/prognosis/result.ts';
import { alike, asking, type SmallEpisode } from './small-snapshot.ts';

const eights = (sessions: number) => Array.from({ length: sessions }, () => ({ score: 8, month: '2024-01' }));
const respondsAt = (session: number) => [...eights(session - 1), { score: 2, month: '2024-01' }];

async function ask(episodes: readonly SmallEpisode[], options: Parameters<typeof asking>[1] = {}): Promise<PrognosisResult & { caveats: readonly string[] }> {
	const given = await asking(episodes, options);
	const result = prognosis.protect(await prognosis.ask(given), given.minimumCell);
	return { ...result, caveats: prognosis.caveats(result, given) };
}

/** 40 respond at session 2, 20 at 3 while 20 leave after 2; of 100 that stay to session 8, none responds more but 2, at 5, and 20 are referred. */
const courses = [
	...alike(40, 1, { visits: respondsAt(2) }),
	...alike(20, 101, { visits: eights(2), dischargeReason: 'did-not-return' }),
	...alike(20, 201, { visits: respondsAt(3) }),
	...alike(2, 301, { visits: respondsAt(5) }),
	...alike(78, 401, { visits: eights(8), dischargeReason: 'completed' }),
	...alike(20, 501, { visits: eights(8), dischargeReason: 'referred-on' }),
];

describe('prognosis', () => {
	test('counts those who came back without a response', async () => {
		const { groups } = await ask(courses, { minimumCell: 1 });
		expect(groups[0]?.landmarks.map(({ session, n }) => [session, n])).toEqual([[1, 180], [2, 120], [3, 100], [4, 100], [5, 98], [6, 98], [7, 98]]);
	});

	test('gives the chance within the next sessions, had all gone on, as it went, and as seen', async () => {
		const within = (await ask(courses, { minimumCell: 1 })).groups[0]?.landmarks[0]?.within ?? [];
		expect(within.map(({ sessions, seen }) => [sessions, seen?.count, seen?.n])).toEqual([[1, 40, 180], [2, 60, 180], [4, 62, 180]]);
		expect(within[1]?.ifContinued?.estimate).toBeCloseTo(1 - (140 / 180) * (100 / 120), 12);
		expect(within[1]?.asItWent?.estimate).toBeCloseTo(60 / 180, 12);
	});

	test('says nothing of sessions that nobody was followed for', async () => {
		expect((await ask(courses, { minimumCell: 1 })).groups[0]?.landmarks[5]?.within.map(({ ifContinued }) => ifContinued?.estimate ?? null)).toEqual([0, 0, null]);
	});

	test('limits a chance of none by the patients still followed', async () => {
		const chance = (await ask(courses, { minimumCell: 1 })).groups[0]?.landmarks[5]?.within[0]?.ifContinued;
		expect([chance?.estimate, chance?.lower]).toEqual([0, 0]);
		expect(chance?.upper).toBeCloseTo(0.0377, 4);
	});

	test('names the session from which the chance stays below the level, and how many were referred on', async () => {
		const { groups, caveats } = await ask(courses, { minimumCell: 1 });
		expect(groups[0]?.reevaluate).toMatchObject({ session: 3, n: 100, level: 0.1, within: 4, certain: true, referred: { count: 20, n: 100, estimate: 0.2 } });
		expect(groups[0]?.reevaluate?.note).toBe(
			'Of 100 courses that went on after session 3 without a response (at least 30 % less pain), an estimated 2.0 % (95 % interval 0.5 % to 7.8 %) had one within the next 4 sessions: re-evaluate, consider another diagnosis. Of these courses, 20 (20 %) were in the end referred on.',
		);
		expect(caveats.some((caveat) => caveat.startsWith('Where no session is named'))).toBe(false);
	});

	test('names no session where the chance stays above the level, and says so', async () => {
		const { groups, caveats } = await ask([2, 3, 4, 5, 6, 7].flatMap((session) => alike(30, 100 * session, { visits: respondsAt(session) })));
		expect(groups[0]?.reevaluate).toBeNull();
		expect(caveats.some((caveat) => caveat.startsWith('Where no session is named, no chance that can be shown stays below 10 %'))).toBe(true);
	});

	test('withholds sessions between which too few responded', async () => {
		const [group] = (await ask(courses.filter(({ patient }) => patient < 501 || patient > 515))).groups;
		expect(group?.landmarks.map(({ n }) => n)).toEqual([165, 105, null, null, 83, 83, 83]);
	});

	test('withholds the number referred on where it is small', async () => {
		const without = courses.filter(({ patient }) => (patient < 501 || patient > 515) && (patient < 301 || patient > 400));
		expect((await ask(without)).groups[0]?.reevaluate).toMatchObject({ session: 3, n: 83, referred: null });
	});

	test('says nothing of a small group', async () => {
		expect((await ask(alike(10, 1, { visits: respondsAt(3) }))).groups).toMatchObject([{ episodes: null, landmarks: [], reevaluate: null }]);
	});

	test('has no landmark where everyone came once', async () => {
		expect((await ask(alike(20, 1, { visits: eights(1) }))).groups).toMatchObject([{ episodes: 20, landmarks: [], reevaluate: null }]);
	});

	test('says where a measure has no threshold for the condition', async () => {
		expect((await ask(alike(20, 1, { visits: eights(2) }), { search: 'measure=vas-pain' })).groups).toMatchObject([{ threshold: null, notEstimable: 'no threshold of a meaningful change is recorded for this measure and condition' }]);
	});
});
