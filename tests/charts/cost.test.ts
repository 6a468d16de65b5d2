import { expect, test } from 'vitest';
import { codebook as schema } from '#lib/codebook/schema.ts';
import { draw, drawBoth } from '#lib/charts/draw.server.ts';
import { costChart } from '#lib/questions/cost/chart.ts';
import type { CostResult, ResponderCost, SessionCost, Spread } from '#lib/questions/cost/result.ts';
import { costLabel, costMargin, costNotes, costTable, costsOf } from '#lib/questions/cost/words.ts';

const codebook = schema.parse({ protocols: [{ id: 'made-up', label: 'A made-up protocol' }] });

function spread(currency: string, part: Spread['part'], name: string, mean: number | null): SessionCost {
	const robust = mean === null ? null : { lower: mean - 10, upper: mean + 10 };
	const n = mean === null ? null : 400;
	return { currency, part, name, n, patients: n, mean, interval: robust, robust, median: mean, q1: mean, q3: mean, suppressed: mean === null, withinRange: null };
}

function responder(name: string, part: Spread['part'], estimate: number | null, notEstimable: string | null = null): ResponderCost {
	const fieller = estimate === null || notEstimable !== null ? null : { lower: estimate - 50, upper: estimate + 60 };
	return { currency: 'USD', part, name, n: estimate === null ? null : 200, responders: estimate === null ? null : 90, estimate, fieller, bootstrap: null, notEstimable, suppressed: estimate === null };
}

const result: CostResult = {
	coverage: { episodes: 420, complete: 410, judged: 400 },
	threshold: 'at least 30 % less pain',
	priceRange: { currency: 'USD', lowest: 65, highest: 120, source: 'made up' },
	sessions: [spread('USD', 'all', 'all', 84), spread('EUR', 'all', 'all', 70)],
	episodes: [spread('USD', 'all', 'all', 458), spread('USD', 'protocol', 'made-up', 500)],
	responders: [responder('all', 'all', 842), responder('made-up', 'protocol', null), responder('self-pay', 'payer', 900, 'too few responded')],
	pairs: [],
};
const [usd, eur] = costsOf(result, codebook);

test('each currency has costs of its own', () => {
	expect(costsOf(result, codebook).map(({ currency, panels }) => [currency, panels.map(({ unit }) => unit)])).toEqual([
		['USD', ['session', 'episode', 'responder']],
		['EUR', ['session']],
	]);
});

test('the chart of costs is drawn in both sizes, with nothing that a content security policy refuses', () => {
	const { wide, narrow } = drawBoth((size) => (usd === undefined ? [] : costChart(usd, size)), '"><script>');
	expect([wide?.width, narrow.width]).toEqual([860, 344]);
	expect(`${wide?.svg}${narrow.svg}`).not.toMatch(/<style|style=|<script|(fill|stroke)="#|NaN|undefined|Infinity/);
});

test('what is withheld has no dot and says so', () => {
	const { svg } = draw(usd === undefined ? [] : costChart(usd, 'wide'), '');
	expect(svg.match(/<circle/g)).toHaveLength(5);
	expect(svg).toContain('withheld: too few patients');
});

test('the name of the figure holds the numbers', () => {
	const label = usd === undefined ? '' : costLabel(usd, true);
	for (const words of ['Synthetic data.', 'USD', 'a session 84.0 (74.0 to 94.0)', 'an episode 458 (448 to 468)', 'a responder 842 (792 to 902)', '1 row is withheld']) expect(label).toContain(words);
});

test('the notes say what was priced, what is withheld and what has no interval', () => {
	const notes = usd === undefined ? '' : costNotes(usd, result).join(' ');
	for (const words of ['410 of 420 episodes', 'withheld', 'Payer: self pay: too few responded', 'never added']) expect(notes).toContain(words);
});

test('the table has a row a group', () => {
	expect(usd === undefined ? [] : costTable(usd).rows.map(([name]) => name)).toEqual(['All', 'A made-up protocol', 'Payer: self pay']);
	expect(usd === undefined ? [] : costTable(usd).rows[1]?.slice(-2)).toEqual(['withheld: too few patients', 'withheld']);
});

test('the margin gives the costs of all', () => {
	expect(eur === undefined ? [] : costMargin(eur).map(({ figure, unit }) => [figure, unit])).toEqual([['70.0', 'EUR']]);
});
