import { expect, test } from 'vitest';
import { judgedCourses } from '#lib/questions/judged-courses.server.ts';
import { alike, asking } from './small-snapshot.ts';

const episodes = alike(3, 1, { visits: [{ score: 8 }, { score: 5 }] });

test('courses are judged once for the same episodes, measure and threshold', async () => {
	const asked = { ...(await asking(episodes)), cohort: {} };
	const first = await judgedCourses(asked);
	expect(await judgedCourses(asked)).toBe(first);
	expect(await judgedCourses({ ...asked, filters: { ...asked.filters, threshold: 'points-2' } })).not.toBe(first);
	expect(await judgedCourses({ ...asked, cohort: {} })).not.toBe(first);
});

test('courses that could not be judged for one question are judged again for the other', async () => {
	const [asked, broken] = [await asking(episodes), await asking(episodes)];
	const cohort = {};
	broken.db.closeSync();
	const [failed, judged] = await Promise.allSettled([judgedCourses({ ...broken, cohort }), judgedCourses({ ...asked, cohort })]);
	expect([failed.status, judged.status]).toEqual(['rejected', 'fulfilled']);
});
