import { expect, test } from 'vitest';
import { whomSaid } from '#lib/evidence/whom-said.ts';

test('all are meant where no filter is in force', () => expect(whomSaid([])).toBe('All conditions'));
test('conditions and protocols are named, other filters by their label, and the period elsewhere', () => {
	const active = [
		{ label: 'Condition', value: 'Knee pain' },
		{ label: 'Condition', value: 'Hip pain' },
		{ label: 'Protocol', value: 'Exercise only' },
		{ label: 'Clinic', value: 'harbour' },
		{ label: 'Started in', value: '2025' },
	];
	expect(whomSaid(active)).toBe('Knee pain and Hip pain, “Exercise only”, clinic harbour');
});
