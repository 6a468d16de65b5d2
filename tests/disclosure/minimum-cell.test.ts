import { expect, test } from 'vitest';
import { minimumCell } from '#lib/server/disclosure/minimum-cell.ts';

test.each([{}, { NEEDLEPOINT_MINIMUM_CELL: '' }])('the minimum is 11 where nothing else is said: %j', (environment) => {
	expect(minimumCell(environment)).toBe(11);
});

test.each(['1', '5', '9999'])('the minimum is what the environment says: %s', (text) => {
	expect(minimumCell({ NEEDLEPOINT_MINIMUM_CELL: text })).toBe(Number(text));
});

test.each(['0', '-1', '1.5', '1e1', ' 5', 'eleven', '10000', '011'])('a minimum that is no whole number from 1 is refused: %s', (text) => {
	expect(() => minimumCell({ NEEDLEPOINT_MINIMUM_CELL: text })).toThrow(`NEEDLEPOINT_MINIMUM_CELL must be a whole number from 1 to 9999: ${text}`);
});
