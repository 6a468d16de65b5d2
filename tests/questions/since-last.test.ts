import { expect, test } from 'vitest';
import type { RecordsResult } from '#lib/questions/records/result.ts';
import { sinceLast } from '#lib/questions/records/since-last.ts';

type Snapshot = RecordsResult['snapshots'][number];

const before: Snapshot = { id: 'a', publishedAt: '2026-01-01T10:00:00Z', sessions: 1000, episodes: 200, synthetic: false, current: false };
const now = (change: Partial<Snapshot>): Snapshot => ({ ...before, id: 'b', publishedAt: '2026-02-01T10:00:00Z', current: true, ...change });

test('what was added is counted', () => {
	expect(sinceLast([now({ sessions: 1412, episodes: 283 }), before], 11)).toBe('Since the snapshot of 1 Jan 2026, 10:00 UTC: 412 sessions more, 83 episodes more.');
});

test('a difference small enough to be of few patients is not told exactly', () => {
	expect(sinceLast([now({ sessions: 1003, episodes: 199 }), before], 11)).toBe('Since the snapshot of 1 Jan 2026, 10:00 UTC: under 11 sessions more, under 11 episodes fewer.');
});

test('an import that changed no count is said to have added nothing', () => {
	expect(sinceLast([now({}), before], 11)).toContain('no session or episode was added');
});

test('the snapshot published before is taken, not one that was published after', () => {
	const undone = { ...before, id: 'c', publishedAt: '2026-03-01T10:00:00Z', sessions: 9999 };
	expect(sinceLast([undone, now({ sessions: 1100 }), before], 11)).toContain('100 sessions more');
});

test('a first snapshot is compared with nothing, and clinic records not with made-up ones', () => {
	expect(sinceLast([now({})], 11)).toMatch(/only snapshot kept/);
	expect(sinceLast([now({}), { ...before, synthetic: true }], 11)).toContain('the two are not compared');
});
