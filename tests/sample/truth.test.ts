import { describe, expect, test } from 'vitest';
import type { Episode } from '#lib/sample/episode.ts';
import { trueCourse } from '#lib/sample/truth.ts';
import { cohort, scenario } from './cohort.ts';

const truth = trueCourse(scenario);
const sessions = truth.means.map((_, index) => index + 1);

describe('when nobody leaves', () => {
	const complete = cohort({ patients: 60_000, complete: true });

	test('the plain mean of each condition and session is the true mean, within Monte-Carlo error', () => {
		for (const { condition, means, sds } of truth.conditions) {
			const own = complete.filter(({ setting }) => setting.condition.id === condition);
			for (const z of errors(own, means, sds)) expect(Math.abs(z)).toBeLessThan(4);
		}
	});

	test('the plain mean of each protocol is the true mean, within Monte-Carlo error', () => {
		for (const { condition, protocols } of truth.conditions) {
			for (const { protocol, means, sds } of protocols) {
				const own = complete.filter(({ setting }) => setting.condition.id === condition && setting.protocol.id === protocol);
				for (const z of errors(own, means, sds)) expect(Math.abs(z)).toBeLessThan(4.5);
			}
		}
	});

	test('the standard deviation of the scores is the true one', () => {
		for (const session of sessions) {
			const scores = scoresAt(complete, session);
			const mean = meanOf(scores);
			const sd = Math.sqrt(meanOf(scores.map((score) => (score - mean) ** 2)));
			expect(Math.abs(sd / (truth.sds[session - 1] ?? 0) - 1)).toBeLessThan(0.015);
		}
	});
});

describe('when patients leave', () => {
	const left = cohort({ patients: 60_000 });

	test('the plain mean at session 8 is 0.6 to 0.9 points above the true mean', () => {
		const gap = meanOf(scoresAt(left, 8)) - (truth.means[7] ?? 0);
		expect(gap).toBeGreaterThan(0.6);
		expect(gap).toBeLessThan(0.9);
	});

	test('the plain mean at session 8 is above the true mean in every condition', () => {
		for (const { condition, means } of truth.conditions) {
			const own = left.filter(({ setting }) => setting.condition.id === condition);
			expect(meanOf(scoresAt(own, 8)) - (means[7] ?? 0)).toBeGreaterThan(0.4);
		}
	});

	test('the plain mean at session 1 is the true mean', () => {
		expect(Math.abs(meanOf(scoresAt(left, 1)) - (truth.means[0] ?? 0))).toBeLessThan(0.03);
	});
});

test('true pain falls from about 6.4 to between 3.5 and 4 by session 8', () => {
	expect(truth.means[0]).toBeCloseTo(6.4, 1);
	expect(truth.means[7]).toBeGreaterThan(3.5);
	expect(truth.means[7]).toBeLessThan(4);
});

test('true pain never rises from one session to the next', () => {
	for (const { means } of truth.conditions) expect(means).toEqual([...means].sort((a, b) => b - a));
});

test('shares of conditions, and of protocols within a condition, add up to 1', () => {
	expect(sumOf(truth.conditions.map(({ share }) => share))).toBeCloseTo(1, 12);
	for (const { protocols } of truth.conditions) expect(sumOf(protocols.map(({ share }) => share))).toBeCloseTo(1, 12);
});

test('a condition is the mixture of its protocols', () => {
	for (const { means, protocols } of truth.conditions) {
		expect(sumOf(protocols.map((one) => one.share * (one.means[7] ?? 0)))).toBeCloseTo(means[7] ?? 0, 12);
	}
});

test('had all been treated the same way, all would begin the same', () => {
	for (const { means, protocols } of truth.conditions) {
		for (const { meansIfAll } of protocols) expect(meansIfAll[0]).toBeCloseTo(means[0] ?? 0, 12);
	}
});

function errors(episodes: readonly Episode[], means: readonly number[], sds: readonly number[]): number[] {
	return sessions.map((session) => {
		const scores = scoresAt(episodes, session);
		return (meanOf(scores) - (means[session - 1] ?? 0)) / ((sds[session - 1] ?? 0) / Math.sqrt(scores.length));
	});
}

function scoresAt(episodes: readonly Episode[], session: number): number[] {
	return episodes.flatMap(({ visits }) => visits.flatMap((visit) => (visit.session === session && visit.painBefore !== null ? [visit.painBefore] : [])));
}

function meanOf(values: readonly number[]): number {
	return sumOf(values) / values.length;
}

function sumOf(values: readonly number[]): number {
	return values.reduce((sum, value) => sum + value, 0);
}
