import { describe, expect, test } from 'vitest';
import { causeOfLeaving } from '#lib/sample/leaving.ts';
import { cohort, scenario } from './cohort.ts';

const { leaving } = scenario;

test('the less pain was recorded last, the likelier a patient has recovered and leaves', () => {
	const chances = [0, 2, 4, 6].map((recent) => chanceOf('recovered', { session: 2, first: 7, recent }));
	expect(chances).toEqual([...chances].sort((a, b) => b - a));
	expect((chances[0] ?? 0) - (chances[3] ?? 0)).toBeGreaterThan(0.3);
});

test('a patient who has not improved gives up, but not at once', () => {
	expect(chanceOf('gaveUp', { session: 2, first: 7, recent: 7 })).toBe(0);
	expect(chanceOf('gaveUp', { session: 4, first: 7, recent: 7 })).toBeCloseTo(leaving.gaveUp.chance, 3);
	expect(chanceOf('gaveUp', { session: 4, first: 7, recent: 4 })).toBe(0);
});

test('where no pain was ever recorded, pain cannot be the reason', () => {
	expect(causeOfLeaving(leaving, { session: 5, first: null, recent: null }, leaving.anyway.chance)).toBeNull();
});

describe('in a cohort', () => {
	const episodes = cohort({ patients: 20_000 });

	test('more of those with little pain at session 2 never come again than of those with middling pain', () => {
		expect(shareGone((pain) => pain <= 2)).toBeGreaterThan(shareGone((pain) => pain >= 4 && pain <= 6) + 0.3);
	});

	function shareGone(isChosen: (pain: number) => boolean): number {
		const own = episodes.filter(({ visits }) => visits.some(({ session, painBefore }) => session === 2 && painBefore !== null && isChosen(painBefore)));
		return own.filter(({ visits }) => visits.at(-1)?.session === 2).length / own.length;
	}
});

function chanceOf(cause: string, recorded: Parameters<typeof causeOfLeaving>[1]): number {
	const steps = 10_000;
	return Array.from({ length: steps }, (_, step) => causeOfLeaving(leaving, recorded, (step + 0.5) / steps)).filter((each) => each === cause).length / steps;
}
