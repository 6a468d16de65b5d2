import { expect, test } from 'vitest';
import { judgedCourses, judgedCoursesHeld } from '#lib/questions/judged-courses.server.ts';
import { askingBoth } from './random-courses.ts';

const searches = ['', 'by=protocol', 'threshold=pain-free', 'threshold=points-2&by=protocol&clinic=harbour', 'measure=psfs', 'measure=rmdq&threshold=recovered', 'condition=unheard-of', 'clinic=nowhere', 'by=clinic&condition=knee-pain'];

test.each(searches)('courses are judged the same from what is held as from the tables (%s)', async (search) => {
	for (const seed of [1, 2, 3, 4]) {
		const { asking, held } = await askingBoth(seed, search);
		expect(await judgedCoursesHeld(held)).toEqual(await judgedCourses(asking));
	}
});
