import { expect, test } from 'vitest';
import { comparison } from '#lib/questions/comparison/comparison.server.ts';
import { difference } from '../answer/held/difference.ts';
import { askingBoth } from './random-courses.ts';

test.each(['', 'threshold=points-2&by=protocol', 'measure=psfs&condition=knee-pain', 'threshold=pain-free&clinic=harbour', 'clinic=nowhere'])('protocols compare the same from what is held as from the tables (%s)', async (search) => {
	for (const seed of [1, 2, 3, 4]) {
		const { asking, held } = await askingBoth(seed, search);
		expect(difference(await comparison.askHeld?.(held), await comparison.ask(asking))).toBeUndefined();
	}
});
