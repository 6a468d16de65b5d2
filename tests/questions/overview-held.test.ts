import { expect, test } from 'vitest';
import { overview } from '#lib/questions/overview/overview.server.ts';
import { difference } from '../answer/held/difference.ts';
import { askingBoth } from './random-courses.ts';

test.each(['', 'threshold=points-2', 'threshold=pain-free&clinic=harbour', 'measure=psfs&condition=knee-pain', 'measure=rmdq&condition=unheard-of', 'clinic=nowhere'])('outcomes at a glance are the same from what is held as from the tables (%s)', async (search) => {
	for (const seed of [1, 2, 3, 4]) {
		const { asking, held } = await askingBoth(seed, search);
		expect(difference(await overview.askHeld?.(held), await overview.ask(asking))).toBeUndefined();
	}
});
