import { expect, test } from 'vitest';
import { numberFormOf } from '#lib/charts/number-form.ts';

test('numbers are as the browser asks for where nothing known is chosen', () => {
	expect(['english', 'browser', 'German', '', null, undefined].map(numberFormOf)).toEqual(['english', 'browser', 'browser', 'browser', 'browser', 'browser']);
});
