import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseFilters } from '#lib/questions/filters.ts';
import { isQuestion, questions } from '#lib/questions/registry.server.ts';
import { answer } from '#lib/server/answer.ts';
import { numbersWithin } from '#lib/server/disclosure/numbers-within.ts';
import { numberKind, publicNumbers } from '#lib/server/disclosure/public-numbers.ts';
import { NotForThePublic, publicResult } from '#lib/server/disclosure/public-result.ts';
import { sampleWarehouse } from './sample-warehouse.ts';

const warehouse = await sampleWarehouse();
const names = Object.keys(questions).filter(isQuestion);
const told = names.filter((name) => typeof publicNumbers[name] !== 'string');
const searches = ['', 'by=protocol&condition=knee-pain', 'condition=plantar-fasciitis&delta=1&rebase=2024-06', 'condition=plantar-fasciitis&axis=weeks&period=2025'];

afterEach(() => {
	vi.unstubAllEnvs();
});

function filters(search: string) {
	return parseFilters(new URLSearchParams(search));
}

/** The numbers of an answer that are its question's own. */
function numbersOf({ filters: _filters, snapshot: _snapshot, method: _method, ...result }: Readonly<{ filters: object; snapshot: object; method: object }>) {
	return numbersWithin(result, result);
}

describe('an answer for the public', () => {
	test.each(told)('holds no number of a kind that is not known: %s', async (name) => {
		const kinds = publicNumbers[name];
		const unknown = new Set<string>();
		for (const search of searches) for (const { place } of numbersOf(await answer(warehouse, name, filters(search)))) if (typeof kinds === 'string' || numberKind(kinds, place) === undefined) unknown.add(place);
		expect([...unknown]).toEqual([]);
	});

	test('leaves out a number of a kind that is not known', () => {
		const result = { all: { episodes: 100, secret: 3 }, conditions: [] };
		expect(publicResult('overview', result)).toEqual({ all: { episodes: 95, secret: null }, conditions: [] });
	});

	test.each(told)('holds no count but 0 and those of rounding, from 15 on: %s', async (name) => {
		const kinds = publicNumbers[name];
		const counts = [];
		for (const search of searches) counts.push(...numbersOf(await answer(warehouse, name, filters(search), 'public')).filter(({ place }) => typeof kinds !== 'string' && numberKind(kinds, place) === 'count'));
		expect(counts.length).toBeGreaterThan(0);
		expect(counts.filter(({ value }) => value !== 0 && (value < 15 || value % 10 !== 5)).map(({ cell }) => cell)).toEqual([]);
	});

	test.each(names.filter((name) => !told.includes(name)))('is none where the question is for the clinic itself: %s', async (name) => {
		await expect(answer(warehouse, name, filters(''), 'public')).rejects.toThrow(NotForThePublic);
	});

	test('rounds what it says of its snapshot', async () => {
		const { snapshot } = await answer(warehouse, 'overview', filters(''), 'public');
		expect([snapshot.sessions % 10, snapshot.episodes % 10]).toEqual([5, 5]);
	});

	test('withholds what rests on fewer than 11 patients, whatever the deployment says', async () => {
		vi.stubEnv('NEEDLEPOINT_MINIMUM_CELL', '1');
		const { method } = await answer(warehouse, 'overview', filters(''), 'public');
		expect(method.minimumCell).toBe(11);
	});

	test('is kept apart from that for the clinic', async () => {
		const [own, other] = [await answer(warehouse, 'overview', filters('condition=knee-pain')), await answer(warehouse, 'overview', filters('condition=knee-pain'), 'public')];
		expect([own.all.change?.mean, other.all.change?.mean]).toEqual([expect.closeTo(-2.1776, 3), -2.2]);
	});
});
