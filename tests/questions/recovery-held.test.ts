import { expect, test } from 'vitest';
import { followed } from '#lib/questions/recovery/followed.server.ts';
import { heldScored } from '#lib/questions/recovery/held-scored.server.ts';
import { recovery } from '#lib/questions/recovery/recovery.server.ts';
import { scoredRows } from '#lib/questions/recovery/scored-rows.server.ts';
import { difference } from '../answer/held/difference.ts';
import { askingBoth } from './random-courses.ts';

const searches = ['', 'by=clinic', 'by=protocol&measure=psfs', 'by=chronicity&sex=female', 'measure=rmdq&condition=knee-pain', 'clinic=nowhere'];

test.each(searches)('what is summed of scores is the same from what is held as from the tables (%s)', async (search) => {
	for (const seed of [1, 2, 3, 4]) {
		const { asking, held } = await askingBoth(seed, search);
		const scores = held.held.courses.scoresOf(held.measure.id);
		if (scores === undefined) throw new Error('the scores are to be held');
		const fromHeld = await heldScored(held, scores);
		const fromTables = { scored: await scoredRows(asking.db, asking.measure, 'sessions'), followed: await followed(asking.db, asking.measure) };
		expect(difference(sorted(fromHeld.scored.patterns), sorted(fromTables.scored.patterns))).toBeUndefined();
		expect(difference({ ...fromHeld.scored, patterns: [] }, { ...fromTables.scored, patterns: [] })).toBeUndefined();
		expect(difference(fromHeld.followed.cells, fromTables.followed.cells)).toBeUndefined();
		const chances = fromHeld.followed.cells.filter(({ session }) => session % 3 > 0).map((cell, place) => ({ ...cell, chance: 0.3 + (place % 7) / 10 }));
		expect(difference(await fromHeld.followed.weighted(chances), await fromTables.followed.weighted(chances))).toBeUndefined();
	}
});

function sorted(patterns: readonly Readonly<{ group: number; sessions: readonly number[] }>[]) {
	const name = ({ group, sessions }: (typeof patterns)[number]) => `${group} ${sessions.join()}`;
	return patterns.toSorted((a, b) => (name(a) < name(b) ? -1 : 1));
}

test.each(searches)('the curve is the same from what is held as from the tables (%s)', async (search) => {
	for (const seed of [5, 6]) {
		const { asking, held } = await askingBoth(seed, search);
		expect(difference(await recovery.askHeld?.(held), await recovery.ask(asking))).toBeUndefined();
	}
});

test('the curve by weeks is asked of the database', async () => {
	const { held } = await askingBoth(1, 'axis=weeks');
	expect(recovery.askHeld?.(held)).toBeUndefined();
});
