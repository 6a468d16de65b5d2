import { describe, expect, test } from 'vitest';
import { prognosis } from '#lib/questions/prognosis/prognosis.server.ts';
import { referralSessions } from '#lib/questions/prognosis/referral-sessions.ts';
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
		const later = alike(1, 901, { visits: [{ month: '2024-12' }] });
		const within = (await ask([...courses, ...later], { minimumCell: 1 })).groups[0]?.landmarks[0]?.within ?? [];
		expect(within.map(({ sessions, seen }) => [sessions, seen?.count, seen?.n])).toEqual([[1, 40, 180], [2, 60, 180], [4, 62, 180]]);
		expect(within[1]?.ifContinued?.estimate).toBeCloseTo(1 - (140 / 180) * (100 / 120), 12);
		expect(within[1]?.asItWent?.estimate).toBeCloseTo(60 / 180, 12);
	});

	test('says nothing of how it went where it is too early to tell who left', async () => {
		const within = (await ask(courses, { minimumCell: 1 })).groups[0]?.landmarks[0]?.within ?? [];
		expect(within.map(({ ifContinued, asItWent, seen }) => [ifContinued !== null, asItWent, seen !== null])).toEqual([[true, null, true], [true, null, true], [true, null, true]]);
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
			'Of 100 courses that went on after session 3 without a response (at least 30 % less pain), an estimated 2.0 % (95 % interval 0.5 % to 7.8 %) had one within the next 4 sessions: re-evaluate, consider another diagnosis. Of these courses, 20 (20 %) were in the end referred on without a response.',
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
		expect((await ask(alike(20, 1, { visits: eights(1) }))).groups).toMatchObject([{ episodes: 20, landmarks: [], reevaluate: null, notEstimable: 'no episode came back after session 1' }]);
	});

	test('says where a measure has no threshold for the condition', async () => {
		expect((await ask(alike(20, 1, { visits: eights(2) }), { search: 'measure=vas-pain' })).groups).toMatchObject([{ threshold: null, notEstimable: 'no threshold of a meaningful change is recorded for this measure and condition' }]);
	});

	test('has no more certainty from a second episode that goes as the first of the same patient did', async () => {
		const [once, twice] = [await ask(courses, { minimumCell: 1 }), await ask([...courses, ...courses], { minimumCell: 1 })];
		const limits = ({ groups }: PrognosisResult) =>
			groups.flatMap(({ landmarks }) => landmarks.flatMap(({ within, referral }) => [...within.flatMap(({ ifContinued, asItWent, seen }) => [ifContinued, asItWent, seen]), referral])).flatMap((each) => [each?.lower ?? -1, each?.upper ?? -1]);
		limits(twice).forEach((limit, place) => expect(limit).toBeCloseTo(limits(once)[place] ?? NaN, 10));
		expect(twice.groups[0]?.landmarks[0]?.n).toBe(360);
	});
});

const referredFor = (reason: string, count: number, from: number, sessions: number) => alike(count, from, { visits: eights(sessions), dischargeReason: reason });

describe('referrals', () => {
	const referring = [...courses, ...referredFor('referred-imaging', 15, 601, 3)];

	test('are counted after each session without a response, and by reason', async () => {
		const landmarks = (await ask(referring, { minimumCell: 1 })).groups[0]?.landmarks ?? [];
		expect(landmarks.map(({ session, referral }) => [session, referral?.count, referral?.n])).toEqual([[1, 35, 195], [2, 35, 135], [3, 20, 100], [4, 20, 100], [5, 20, 98], [6, 20, 98], [7, 20, 98]]);
		expect(landmarks[1]?.referral?.reasons?.map(({ reason, count, n }) => [reason, count, n])).toEqual([['referred-imaging', 15, 135], ['referred-on', 20, 135]]);
	});

	test('are those that the codebook calls so, and of courses without a response', async () => {
		const landmarks = (await ask([...courses, ...alike(30, 701, { visits: respondsAt(4), dischargeReason: 'referred-on' })], { minimumCell: 1 })).groups[0]?.landmarks ?? [];
		expect(landmarks[0]?.referral).toMatchObject({ count: 20, n: 210 });
	});

	test('are told after the session to re-evaluate first, and after others as far as no small cell lies between', async () => {
		const responded = [...alike(40, 1, { visits: respondsAt(2) }), ...alike(20, 101, { visits: respondsAt(3) })];
		const { groups } = await ask([...responded, ...alike(100, 201, { visits: eights(8), dischargeReason: 'completed' }), ...referredFor('referred-on', 20, 401, 8), ...referredFor('referred-imaging', 8, 501, 5)]);
		const told = groups[0]?.landmarks.flatMap(({ session, referral }) => (referral === null ? [] : [[session, referral.count, referral.reasons]]));
		expect(groups[0]?.reevaluate).toMatchObject({ session: 4, referred: { count: 28, n: 128 } });
		expect(told).toEqual([[1, 28, null], [2, 28, null], [3, 28, null], [4, 28, null]]);
	});

	test('of few patients for a reason keep that reason to themselves', async () => {
		const few = [...referring, ...referredFor('transferred', 4, 801, 5)];
		expect((await ask(few)).groups[0]?.landmarks.find(({ referral }) => referral !== null)?.referral?.reasons).toBeNull();
	});

	test('stand in the table, of any reason and by reason', async () => {
		const { columns, rows } = prognosis.table(await ask(referring));
		const referral = columns.indexOf('referral');
		const of = (name: string) => rows.filter((row) => row[referral] === name).map((row) => [row[columns.indexOf('without_response_after')], row[referral + 1], row[columns.indexOf('suppressed')]]);
		expect(of('referred-imaging')).toContainEqual([1, 15, 'false']);
		expect(of('any')).toContainEqual([1, 35, 'false']);
	});
});

describe('referralSessions', () => {
	const end = (session: number, patients: number, referral: string | null) => ({ condition: 'a', protocol: '', able: true, fate: referral === null ? ('left' as const) : ('referred' as const), session, settled: session, referral, atLast: 'not' as const, n: patients, patients });

	test('let no set have few between two of them or after the last', () => {
		const set = [end(3, 20, 'x'), end(3, 40, null), end(5, 6, 'x'), end(5, 40, null), end(9, 30, 'x'), end(9, 40, null)];
		expect(referralSessions([set], [1, 3, 5], false, 11)).toEqual([1, 3]);
		expect(referralSessions([set], [5, 3, 1], false, 11)).toEqual([1, 5]);
		expect(referralSessions([set, [end(9, 3, 'x'), end(9, 40, null)]], [1, 3, 5], false, 11)).toEqual([]);
	});

	test('by reason, count each of them', () => {
		const set = [end(9, 15, 'x'), end(9, 8, 'y'), end(9, 40, null)];
		expect([referralSessions([set], [3], false, 11), referralSessions([set], [3], true, 11)]).toEqual([[3], []]);
	});
});
