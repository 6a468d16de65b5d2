import { expect, test } from 'vitest';
import { runProgram } from '../intake/run-program.ts';

test.each([
	[['--by', 'therapist'], '--by must be protocol, clinic, chronicity: therapist'],
	[['--axis', 'months'], '--axis must be sessions or weeks: months'],
	[['--delta', 'two'], '--delta must be a number of points above 0: two'],
])('a flag of ask that would be passed over is refused: %j', async (flags, message) => {
	const { code, stderr } = await runProgram('ask', ['recovery', ...flags]);
	expect(code).not.toBe(0);
	expect(stderr).toContain(message);
});
