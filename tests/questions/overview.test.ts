import { expect, test } from 'vitest';
import { overview } from '#lib/questions/overview/overview.server.ts';
import { alike, asking } from './small-snapshot.ts';

// 20 patients from 9 to 7: two points, not 30 %; 20 from 6 to 4: both; 20 never seen again
const episodes = [
	...alike(20, 1, { visits: [{ score: 9 }, { score: 7 }] }),
	...alike(20, 21, { visits: [{ score: 6 }, { score: 4 }] }),
	...alike(20, 41, { visits: [{ score: 6 }] }),
];

const ask = async (search: string) => overview.protect(await overview.ask(await asking(episodes, { search })), 11).all;

test('responders are counted at the primary threshold, over all who started and over those followed', async () => {
	const { responders } = await ask('');
	expect(responders).toMatchObject({ ofAll: { count: 20, n: 60 }, ofFollowed: { count: 20, n: 40 } });
});

test('responders are counted at the threshold that is asked for', async () => {
	const { responders } = await ask('threshold=points-2');
	expect(responders).toMatchObject({ threshold: 'at least 2 points less pain', ofAll: { count: 40, n: 60 } });
});

test('the change is that of the episodes followed', async () => {
	expect((await ask('')).change).toMatchObject({ n: 40, mean: -2, firstMean: 7.5, lastMean: 5.5 });
});
