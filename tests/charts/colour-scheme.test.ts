import { expect, test } from 'vitest';
import { colourSchemeOf } from '#lib/charts/colour-scheme.ts';

test('colours are those asked for, and those of the system where nothing known is', () => {
	expect(['auto', 'light', 'dark', 'red', '', null, undefined].map(colourSchemeOf)).toEqual(['auto', 'light', 'dark', 'auto', 'auto', 'auto', 'auto']);
});
