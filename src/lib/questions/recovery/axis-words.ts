import type { RecoveryGroup } from './result.ts';

export type Axis = RecoveryGroup['axis'];

/** What the points of a curve are called: one of them, at the head of a sentence, and the axis. */
export const axisWords = {
	sessions: { one: 'session', title: 'Session', axis: 'session number' },
	weeks: { one: 'week', title: 'Week', axis: 'week since the first visit' },
} as const;
