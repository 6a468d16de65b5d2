import { expect, test } from 'vitest';
import { faults } from '../../scripts/soak/faults.ts';
import type { Asked } from '../../scripts/soak/steady-requests.ts';

const published = [
	{ id: 'first', sessions: 10, episodes: 2, seenAt: 0 },
	{ id: 'second', sessions: 20, episodes: 4, seenAt: 1000 },
];

const first = { id: 'first', sessions: 10, episodes: 2, answer: '1' };
const second = { id: 'second', sessions: 20, episodes: 4, answer: '2' };

function asked(sentAt: number, answeredAt: number, told: Asked['told'], failure?: string): Asked {
	return { path: '/api/overview', sentAt, answeredAt, unchanged: false, failure, told };
}

test('requests that move to the new snapshot once are at no fault', () => {
	expect(faults([asked(0, 5, first), asked(400, 1200, first), asked(900, 950, second), asked(1100, 1105, second)], published)).toEqual([]);
});

test('a request that fails is a fault', () => {
	expect(faults([asked(0, 5, undefined, '/: 500')], published)).toEqual(['/: 500']);
});

test('an answer with other counts than its snapshot was published with is a fault', () => {
	expect(faults([asked(0, 5, { ...first, sessions: 9 })], published)).toEqual(['/api/overview: is from no published snapshot: first']);
});

test('two answers of one snapshot that differ are a fault', () => {
	expect(faults([asked(0, 5, first), asked(6, 9, { ...first, answer: 'other' })], published)).toEqual(['/api/overview: two answers from snapshot first differ']);
});

test('an answer from the snapshot before is a fault once the new one is published, or was served', () => {
	const gone = ['/api/overview: is from a snapshot that had been left: first'];
	expect(faults([asked(1001, 1005, first)], published)).toEqual(gone);
	expect(faults([asked(900, 910, second), asked(911, 920, first)], published)).toEqual(gone);
});
