import { expect, test } from 'vitest';
import { departure } from '#lib/questions/departure/departure.server.ts';
import { difference } from '../answer/held/difference.ts';
import { askingBoth } from './random-courses.ts';

test.each(['', 'measure=psfs&clinic=harbour', 'condition=knee-pain&condition=unheard-of', 'clinic=nowhere'])('who left is the same from what is held as from the tables (%s)', async (search) => {
	for (const seed of [1, 2, 3, 4]) {
		const { asking, held } = await askingBoth(seed, search);
		expect(difference(await departure.askHeld?.(held), await departure.ask(asking))).toBeUndefined();
	}
});
