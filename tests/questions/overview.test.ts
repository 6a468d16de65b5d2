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

test('the change is told with its quartiles', async () => {
	const spread = [...alike(20, 1, { visits: [{ score: 8 }, { score: 8 }] }), ...alike(20, 21, { visits: [{ score: 8 }, { score: 6 }] }), ...alike(40, 41, { visits: [{ score: 8 }, { score: 3 }] })];
	const { change } = overview.protect(await overview.ask(await asking(spread)), 11).all;
	expect(change).toMatchObject({ q1: -5, median: -3.5, q3: -1.5 });
});

test('those no better are counted apart from those better by less than the threshold', async () => {
	const mixed = [...episodes, ...alike(15, 61, { visits: [{ score: 6 }, { score: 6 }] }), ...alike(15, 76, { visits: [{ score: 6 }, { score: 7 }] })];
	const { responders } = overview.protect(await overview.ask(await asking(mixed)), 11).all;
	expect(responders?.noBetter).toMatchObject({ count: 30, n: 70 });
});

test('the share no better is withheld where few patients were better by less than the threshold', async () => {
	const few = [...alike(30, 1, { visits: [{ score: 6 }, { score: 4 }] }), ...alike(30, 31, { visits: [{ score: 6 }, { score: 6 }] }), ...alike(5, 61, { visits: [{ score: 9 }, { score: 8 }] })];
	const { responders } = overview.protect(await overview.ask(await asking(few)), 11).all;
	expect(responders).toMatchObject({ ofFollowed: { count: 30, n: 65 }, noBetter: null });
});
