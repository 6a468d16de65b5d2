import { expect, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { fields } from '#lib/record/fields.ts';
import type { Episode } from '#lib/sample/episode.ts';
import { columnNames, lines } from '#lib/sample/lines.ts';
import { cohort, scenario } from './cohort.ts';

const episodes = cohort({ patients: 3000 });
const visits = episodes.flatMap((episode) => episode.visits);
const rows = episodes.flatMap((episode) => lines(episode, ',').map(rowOf));

test('every patient says that it is made up', () => {
	expect(episodes.filter(({ patient }) => !patient.id.startsWith('synthetic-'))).toEqual([]);
});

test('every coded value is an id of the codebook', () => {
	for (const field of fields) {
		if (field.type !== 'code') continue;
		const ids = new Set(defaultCodebook[field.kind].map(({ id }) => id));
		expect(valuesOf(field.name).filter((value) => !ids.has(value))).toEqual([]);
	}
});

test('every number is within the range of its field', () => {
	for (const field of fields) {
		if (field.type !== 'number' && field.type !== 'integer') continue;
		const numbers = valuesOf(field.name).map(Number);
		expect(Math.min(...numbers)).toBeGreaterThanOrEqual(field.min);
		expect(Math.max(...numbers)).toBeLessThanOrEqual(field.max);
	}
});

test('every text has the form its field asks for', () => {
	for (const field of fields) {
		if (field.type === 'text') expect(valuesOf(field.name).filter((value) => !new RegExp(field.pattern).test(value))).toEqual([]);
	}
});

test('no field is always empty', () => {
	for (const { name } of fields) expect(valuesOf(name).length).toBeGreaterThan(0);
});

test('only certified therapists use ultrasound', () => {
	const guided = episodes.filter(({ setting }) => setting.protocol.ultrasound);
	expect(guided.length).toBeGreaterThan(50);
	expect(guided.filter(({ setting }) => !setting.therapist.ultrasoundCertified)).toEqual([]);
});

test('a discharge reason stands on the last visit alone', () => {
	for (const episode of episodes) {
		const reasons = lines(episode, ',').map((line) => rowOf(line).get('discharge_reason'));
		expect(reasons).toEqual([...reasons.slice(0, -1).fill(''), episode.dischargeReason]);
	}
});

test('some episodes end without a reason', () => {
	const share = episodes.filter(({ dischargeReason }) => dischargeReason === '').length / episodes.length;
	expect(share).toBeGreaterThan(0.2);
	expect(share).toBeLessThan(0.6);
});

test('sessions are numbered from 1 upwards, at most 12', () => {
	for (const episode of episodes) {
		const numbers = episode.visits.map(({ session }) => session);
		expect(numbers[0]).toBe(1);
		expect(numbers).toEqual(Array.from(new Set(numbers)).sort((a, b) => a - b));
		expect(numbers.at(-1)).toBeLessThanOrEqual(scenario.sessions.most);
	}
});

test('visits are 4 to 10 days apart for each session between them', () => {
	for (const { visits: own } of episodes) {
		for (const [index, visit] of own.slice(1).entries()) {
			const before = own[index];
			if (before === undefined) continue;
			const days = (Date.parse(visit.date) - Date.parse(before.date)) / 86_400_000 / (visit.session - before.session);
			expect(days).toBeGreaterThanOrEqual(4);
			expect(days).toBeLessThanOrEqual(10);
		}
	}
});

test('every visit falls within the two years', () => {
	const dates = visits.map(({ date }) => date).sort();
	expect(dates[0]).toBe('2024-01-01');
	expect(dates.at(-1)).toBe('2025-12-31');
});

test('a complete cohort fits into the two years as well', () => {
	const complete = cohort({ patients: 500, complete: true });
	expect(complete.flatMap((episode) => episode.visits.map(({ date }) => date)).filter((date) => date < '2024-01-01' || date > '2025-12-31')).toEqual([]);
});

test('about 3 % of the scores are missing and a few visits were not recorded', () => {
	expect(visits.filter(({ painBefore }) => painBefore === null).length / visits.length).toBeCloseTo(0.03, 2);
	expect(episodes.filter((episode) => episode.visits.length < (episode.visits.at(-1)?.session ?? 0)).length).toBeGreaterThan(50);
});

test('a second episode on the same side begins more than 90 days after the first ended', () => {
	const gaps = pairs().flatMap(([first, second]) => (first.side === second.side ? [daysBetween(first, second)] : []));
	expect(gaps.length).toBeGreaterThan(20);
	expect(Math.min(...gaps)).toBeGreaterThan(90);
});

test('a second episode has the same clinic and condition', () => {
	for (const [first, second] of pairs()) {
		expect([second.setting.clinic.id, second.setting.condition.id]).toEqual([first.setting.clinic.id, first.setting.condition.id]);
	}
});

test('calves are sorer, and for longer, than other regions', () => {
	const calves = episodes.filter(({ bodyRegion }) => bodyRegion.id === 'calf');
	const others = episodes.filter(({ bodyRegion }) => bodyRegion.id !== 'calf');
	expect(meanSorenessHours(calves)).toBeGreaterThan(1.5 * meanSorenessHours(others));
});

function rowOf(line: string): Map<string, string> {
	const cells = line.trimEnd().split(',');
	return new Map(columnNames.map((name, index) => [name, cells[index] ?? '']));
}

function valuesOf(name: string): string[] {
	return rows.flatMap((row) => row.get(name) || []);
}

function pairs(): [Episode, Episode][] {
	return episodes.flatMap((second, index) => {
		const first = episodes[index - 1];
		return second.number === 2 && first !== undefined ? [[first, second] satisfies [Episode, Episode]] : [];
	});
}

function daysBetween(first: Episode, second: Episode): number {
	return (Date.parse(second.visits[0]?.date ?? '') - Date.parse(first.visits.at(-1)?.date ?? '')) / 86_400_000;
}

function meanSorenessHours(some: readonly Episode[]): number {
	const hours = some.flatMap((episode) => episode.visits.flatMap(({ sorenessHours }) => sorenessHours ?? []));
	return hours.reduce((sum, each) => sum + each, 0) / hours.length;
}
