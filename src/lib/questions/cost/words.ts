import type { Margin, Table } from '#lib/charts/drawing.ts';
import { count, decimal, list, plural } from '#lib/charts/number.ts';
import { withheld } from '#lib/charts/withheld.ts';
import type { Codebook } from '#lib/codebook/schema.ts';
import type { Bounds } from '../bounds.ts';
import type { CostResult, Part } from './result.ts';

/** One mean cost or cost a responder; `estimate` is null where withheld or not estimable. */
export type CostRow = Readonly<{ part: Part; id: string; name: string; n: number | null; estimate: number | null; bounds: Bounds | null; note: string | null; suppressed: boolean }>;

/** The costs a session, an episode or a responder in one currency. */
export type CostPanel = Readonly<{ unit: 'session' | 'episode' | 'responder'; title: string; rows: readonly CostRow[] }>;

export type Costs = Readonly<{ currency: string; panels: readonly CostPanel[] }>;

/** The costs of each currency by themselves, in the order of the answer. */
export function costsOf({ sessions, episodes, responders }: CostResult, codebook: Codebook): Costs[] {
	const currencies = [...new Set([...sessions, ...episodes, ...responders].map(({ currency }) => currency))];
	return currencies.map((currency) => {
		const own = <Each extends Readonly<{ currency: string; part: Part; name: string; n: number | null; suppressed: boolean }>>(rows: readonly Each[], read: (row: Each) => Pick<CostRow, 'estimate' | 'bounds' | 'note'>): CostRow[] =>
			rows.filter((row) => row.currency === currency).map((row) => ({ part: row.part, id: row.name, name: nameOf(row, codebook), n: row.n, suppressed: row.suppressed, ...read(row) }));
		const panels: CostPanel[] = [
			{ unit: 'session', title: `Mean cost a session, ${currency}`, rows: own(sessions, ({ mean, robust }) => ({ estimate: mean, bounds: robust, note: null })) },
			{ unit: 'episode', title: `Mean cost an episode, ${currency}`, rows: own(episodes, ({ mean, robust }) => ({ estimate: mean, bounds: robust, note: null })) },
			{ unit: 'responder', title: `Cost a responder, ${currency}`, rows: own(responders, ({ estimate, fieller, notEstimable }) => ({ estimate, bounds: fieller, note: notEstimable })) },
		];
		return { currency, panels: panels.filter(({ rows }) => rows.some(({ estimate }) => estimate !== null)) };
	});
}

/** An amount, to a tenth where amounts are small. */
export function amount(value: number): string {
	return value < 200 ? decimal(value) : count(value);
}

export function rowText({ estimate, bounds, note, suppressed }: CostRow): string {
	if (suppressed) return withheld;
	if (estimate === null) return note ?? 'not estimable';
	return bounds === null ? amount(estimate) : `${amount(estimate)} (${amount(bounds.lower)} to ${amount(bounds.upper)})`;
}

export function costLabel({ currency, panels }: Costs, synthetic: boolean): string {
	const all = panels.flatMap(({ unit, rows }) => rows.filter(({ part }) => part === 'all').map((row) => `a ${unit} ${rowText(row)}`.replace('a e', 'an e')));
	const hidden = panels.flatMap(({ rows }) => rows).filter(({ suppressed }) => suppressed).length;
	const counted = hidden === 0 ? '' : ` ${plural(hidden, 'row is', 'rows are')} ${withheld}.`;
	return `${synthetic ? 'Synthetic data. ' : ''}What care cost in ${currency}, of all and by protocol and payer, with 95\u00a0% intervals. Of all: ${list(all)}.${counted}`;
}

export function costNotes({ currency, panels }: Costs, { coverage, threshold }: CostResult): string[] {
	const rows = panels.flatMap((panel) => panel.rows);
	const failed = [...new Set(rows.flatMap(({ name, note, suppressed }) => (note === null || suppressed ? [] : [`${name}: ${note}`])))];
	const { episodes, complete, judged } = coverage;
	return [
		'Lines on the dots are 95\u00a0% intervals that allow for what one patient’s costs have in common; each panel has its own scale, from nothing.',
		...(panels.some(({ unit }) => unit === 'responder') && threshold !== null ? [`Cost a responder is all costs divided by the number of episodes in which patients reported ${threshold}; its interval is Fieller’s.`] : []),
		...(episodes === null || complete === null ? [] : [`Every visit has a price in one currency in ${count(complete)} of ${plural(episodes, 'episode')}${judged === null ? '' : `; ${count(judged)} of these have a first score by which to tell who responded${judged > 0 ? ', and costs an episode are those of these' : ''}`}.`]),
		...(rows.some(({ suppressed }) => suppressed) ? [`Rows without a dot say so where they are ${withheld}.`] : []),
		...(failed.length === 0 ? [] : [`${list(failed)}.`]),
		`Only costs in ${currency} are shown here; currencies are never added. Protocols and payers are not decided by chance: differences are not their effects.`,
	];
}

export function costMargin({ currency, panels }: Costs): Margin[] {
	return panels.flatMap(({ unit, rows }) => {
		const all = rows.find(({ part }) => part === 'all');
		if (all === undefined || all.estimate === null) return [];
		const limits = all.bounds === null ? '' : ` (95\u00a0% interval ${amount(all.bounds.lower)} to ${amount(all.bounds.upper)})`;
		return [{ figure: amount(all.estimate), unit: currency, text: `${unit === 'episode' ? 'an' : 'a'} ${unit}${limits}.` }];
	});
}

export function costTable({ currency, panels }: Costs): Table {
	return {
		caption: `Cost in ${currency} (95\u00a0% intervals in brackets)`,
		columns: ['Group', ...panels.flatMap(({ unit }) => [`${unit === 'episode' ? 'An' : 'A'} ${unit}`, unit === 'session' ? 'Sessions' : 'Episodes'])],
		rows: costKeys(panels).map((key) => [
			panels.flatMap(({ rows }) => rows).find((row) => costKey(row) === key)?.name ?? '',
			...panels.flatMap(({ rows }) => {
				const row = rows.find((each) => costKey(each) === key);
				return row === undefined ? ['–', '–'] : [rowText(row), row.n === null ? 'withheld' : count(row.n)];
			}),
		]),
	};
}

/** The rows of the table, in its order. */
export function costKeys(panels: readonly CostPanel[]): string[] {
	return [...new Set(panels.flatMap(({ rows }) => rows.map(costKey)))];
}

export function costKey({ part, id }: CostRow): string {
	return `${part} ${id}`;
}

function nameOf({ part, name }: Readonly<{ part: Part; name: string }>, codebook: Codebook): string {
	if (part === 'all') return 'All';
	if (part === 'protocol') return codebook.protocols.find(({ id }) => id === name)?.label ?? name;
	return `Payer: ${name.replaceAll('-', ' ')}`;
}
