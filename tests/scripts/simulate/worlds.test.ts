import { expect, test } from 'vitest';
import json from '#data/sample/scenario.json' with { type: 'json' };
import type { Episode } from '#lib/sample/episode.ts';
import { patientEpisodes } from '#lib/sample/patient-episodes.ts';
import { patientGenerator } from '#lib/sample/patient-generator.ts';
import { plan } from '#lib/sample/plan.ts';
import { parseScenario } from '#lib/sample/scenario.ts';
import { settings } from '#lib/sample/settings.ts';
import { alike, byLot, confounded, returning, staying, unlike, type World } from '../../../scripts/simulate/worlds.ts';

const scenario = parseScenario(json);

function drawn({ scenario: own, keeps }: World, patients = 400): Episode[] {
	const laidOut = plan(own, { complete: false });
	const all = Array.from({ length: patients }, (_, patient) => patientEpisodes(laidOut, 1, patient).map((episode) => ({ episode, kept: keeps?.(episode, patientGenerator(2, patient)) ?? true })));
	return all.flat().flatMap(({ episode, kept }) => (kept ? [episode] : []));
}

function meanScore(episodes: readonly Episode[], session: number): number {
	const scores = episodes.flatMap(({ visits }) => visits.find((visit) => visit.session === session)?.painBefore ?? []);
	return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

test('where nobody leaves, courses have all sessions but those missed', () => {
	const episodes = drawn(staying(scenario));
	const visits = episodes.reduce((sum, episode) => sum + episode.visits.length, 0) / episodes.length;
	expect(visits).toBeGreaterThan(0.95 * scenario.sessions.most);
});

test('those who come back after a session are fewer, and in more pain there, than all would be', () => {
	const [everybody, returned] = [drawn(staying(scenario)), drawn(returning(scenario, 3))];
	expect(returned.length).toBeLessThan(everybody.length);
	expect(meanScore(returned, 3)).toBeGreaterThan(meanScore(everybody, 3));
});

test('confounding gives the better protocol to young symptoms more often, and the lot does not', () => {
	const share = ({ scenario: own }: World, stage: string | undefined) => {
		const all = settings(own).filter(({ chronicity }) => chronicity.id === stage);
		const total = (list: typeof all) => list.reduce((sum, each) => sum + each.share, 0);
		return total(all.filter(({ protocol }) => protocol.id === own.protocols[0]?.id)) / total(all);
	};
	const [first, last] = [scenario.chronicity[0]?.id, scenario.chronicity.at(-1)?.id];
	expect([share(confounded(scenario), first), share(confounded(scenario), last)].map((each) => Number(each.toFixed(6)))).toEqual([0.75, 0.25]);
	expect([share(byLot(scenario), first), share(byLot(scenario), last)].map((each) => Number(each.toFixed(6)))).toEqual([0.5, 0.5]);
});

test('the lot is drawn among patients weighted by the product of both chances', () => {
	const mix = ({ scenario: own }: World) => {
		const shares = new Map<string, number>();
		for (const { clinic, condition, chronicity, share } of settings(own)) {
			const name = [clinic.id, condition.id, chronicity.id].join(' ');
			shares.set(name, (shares.get(name) ?? 0) + share);
		}
		return shares;
	};
	const [before, after] = [mix(confounded(scenario)), mix(byLot(scenario))];
	const ratio = (stage: string) => [...before].filter(([name]) => name.endsWith(stage)).map(([name, share]) => (after.get(name) ?? 0) / share);
	const [first, middle] = scenario.chronicity.map(({ id }) => ratio(` ${id}`));
	const [reference] = first ?? [];
	for (const each of first ?? []) expect(each / (reference ?? NaN)).toBeCloseTo(1, 9);
	for (const each of middle ?? []) expect(each / (reference ?? NaN)).toBeCloseTo(0.25 / 0.1875, 9);
});

test('therapists are all the same, or each of his own', () => {
	const improvements = ({ scenario: own }: World) => new Set(own.clinics.flatMap(({ therapists }) => therapists.map(({ improvement }) => improvement)));
	expect(improvements(alike(scenario)).size).toBe(1);
	const unequal = unlike(scenario, patientGenerator(1, 1), 2);
	expect(improvements(unequal).size).toBe(2 * scenario.clinics.flatMap(({ therapists }) => therapists).length);
});
