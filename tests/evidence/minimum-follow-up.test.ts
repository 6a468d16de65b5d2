import { expect, test } from 'vitest';
import { minimumFollowUp } from '#lib/server/minimum-follow-up.ts';

test('sixty percent must be followed where nothing else is said', () => expect(minimumFollowUp({})).toBe(0.6));
test('another level is given in percent', () => expect(minimumFollowUp({ NEEDLEPOINT_MINIMUM_FOLLOW_UP: '80' })).toBe(0.8));
test.each(['-1', '101', '0.6', 'none'])('a level that is no percentage is refused: %s', (text) => {
	expect(() => minimumFollowUp({ NEEDLEPOINT_MINIMUM_FOLLOW_UP: text })).toThrow(`NEEDLEPOINT_MINIMUM_FOLLOW_UP must be a whole number of percent from 0 to 100: ${text}`);
});
