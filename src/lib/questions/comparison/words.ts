import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Margin, Table } from '#lib/charts/drawing.ts';
import { noun, scaleOf } from '#lib/charts/measure.ts';
import { count, interval, percent, plural, signed } from '#lib/charts/number.ts';
import type { Comparison, ComparisonResult, Difference, Pooled, Side } from './result.ts';
import { trialOf } from './trial-of.ts';

export const kinds = [
	{ id: 'unadjusted', name: 'unadjusted', short: 'unadjusted' },
	{ id: 'ancova', name: 'ANCOVA', short: 'ANCOVA' },
	{ id: 'weighted', name: 'overlap-weighted', short: 'weighted' },
] as const;

export type Kind = (typeof kinds)[number]['id'];

/** One condition, or what several come to together. */
export type Block = Readonly<{ name: string; counts: string; pooled: boolean; differences: readonly Readonly<{ kind: Kind; difference: Difference }>[] }>;

/** What is said of one pair of protocols; `first` and `second` are their labels. */
export type Forest = Readonly<{ first: string; second: string; blocks: readonly Block[]; pooled: Pooled | null }>;

/** A forest for each two protocols that a condition compares, in the order of the conditions. */
export function forests({ conditions, pooled }: ComparisonResult, codebook: Codebook): Forest[] {
	const compared = conditions.flatMap((comparison) => (comparison.refusal === null && comparison.sides !== null ? [{ comparison, sides: comparison.sides }] : []));
	const pairs = new Map(compared.map(({ sides: [a, b] }) => [JSON.stringify([a.protocol, b.protocol]), [a.protocol, b.protocol] as const]));
	return [...pairs.values()].map(([first, second]) => {
		const own = compared.filter(({ sides: [a, b] }) => a.protocol === first && b.protocol === second);
		const together = pooled.find((each) => each.first === first && each.second === second) ?? null;
		const blocks = own.map(({ comparison, sides }) => ({ name: conditionLabel(codebook, comparison.condition), counts: countsOf(sides), pooled: false, differences: differencesOf(comparison) }));
		return { first: protocolLabel(codebook, first), second: protocolLabel(codebook, second), blocks: [...blocks, ...pooledBlock(together)], pooled: together };
	});
}

export function forestTitle({ first, second }: Forest, measure: Measure): string {
	return `Difference of the last ${noun(measure)}${noun(measure) === 'pain' ? ' score' : ''}, by condition: “${first}” less “${second}”`;
}

/** Which protocol's patients reported better last scores where a difference is below and above zero. */
export function sidesOfZero({ first, second }: Forest, { better }: Measure): Readonly<{ below: string; above: string }> {
	return better === 'lower' ? { below: first, above: second } : { below: second, above: first };
}

export function forestLabel(forest: Forest, measure: Measure, synthetic: boolean): string {
	const { below, above } = sidesOfZero(forest, measure);
	const said = forest.blocks.flatMap(({ name, differences }) => differences.filter(({ kind }) => kind === 'weighted').map(({ difference }) => `${name} ${differenceText(difference, measure)}`));
	return `${synthetic ? 'Synthetic data. ' : ''}${forestTitle(forest, measure)}, ${measure.abbreviation} ${scaleOf(measure)}, ${measure.better} is better. Below zero patients with “${below}” reported better last scores, above zero those with “${above}”. Overlap-weighted, with 95\u00a0% intervals: ${said.join('; ')}.`;
}

export function forestNotes({ pooled, blocks }: Forest, result: ComparisonResult, codebook: Codebook): string[] {
	const { conditions } = result;
	const trial = trialOf(result, codebook);
	const refused = conditions.filter(({ refusal }) => refusal !== null).map(({ condition, refusal }) => `${conditionLabel(codebook, condition)} (${refusal ?? ''})`);
	const i2 = pooled?.weighted?.i2 ?? null;
	return [
		'Lines are 95\u00a0% intervals; n counts the episodes of the first and the second protocol.',
		trial === undefined ? 'Protocols are chosen for patients, not by lot: these are differences between groups of patients, not effects of the protocols.' : `Protocols were given by lot, in the trial: ${trial}.`,
		...(pooled === null ? [] : [`A diamond spans the 95\u00a0% interval of what the conditions come to together (random effects)${i2 === null ? '' : `; of the variance between overlap-weighted differences ${percent(i2)} lies between conditions`}.`]),
		...(blocks.some(({ counts }) => counts.includes('withheld')) ? ['Counts from which fewer patients than may be shown could be told are withheld.'] : []),
		...(refused.length === 0 ? [] : [`Not compared: ${refused.join('; ')}.`]),
	];
}

/** The pooled difference, in words that say no more than its interval does. */
export function forestMargin(forest: Forest, measure: Measure): Margin[] {
	const weighted = forest.pooled?.weighted ?? null;
	if (forest.pooled === null || weighted === null) return [];
	const { below, above } = sidesOfZero(forest, measure);
	const digits = digitsOf(measure);
	const clear = weighted.lower > 0 || weighted.upper < 0;
	const direction = clear ? `patients with “${weighted.estimate < 0 ? below : above}” reported better last scores` : 'the interval includes zero';
	return [{ figure: signed(weighted.estimate, digits), unit: measure.unit, text: `is the weighted difference over ${plural(forest.pooled.conditions.length, 'condition')} together (95\u00a0% interval ${interval(weighted, (value) => signed(value, digits))}): ${direction}.` }];
}

export function forestTable(forest: Forest, measure: Measure): Table {
	return {
		caption: `${forestTitle(forest, measure)} (95\u00a0% intervals in brackets)`,
		columns: ['Condition', 'Episodes', 'Unadjusted', 'ANCOVA', 'Overlap-weighted'],
		rows: forest.blocks.map(({ name, counts, differences }) => [
			name,
			counts,
			...kinds.map(({ id }) => {
				const found = differences.find(({ kind }) => kind === id);
				return found === undefined ? '–' : differenceText(found.difference, measure);
			}),
		]),
	};
}

export function differenceText(difference: Difference, measure: Measure): string {
	const write = (value: number) => signed(value, digitsOf(measure));
	return `${write(difference.estimate)} (${interval(difference, write)})`;
}

export function digitsOf({ minimum, maximum }: Measure): number {
	return maximum - minimum > 20 ? 1 : 2;
}

export function conditionLabel({ conditions }: Codebook, id: string): string {
	return conditions.find((each) => each.id === id)?.label ?? id.replaceAll('-', ' ');
}

export function protocolLabel({ protocols }: Codebook, id: string): string {
	return protocols.find((each) => each.id === id)?.label ?? id.replaceAll('-', ' ');
}

function differencesOf(from: Readonly<Partial<Pick<Comparison, Kind>>>): Block['differences'] {
	return kinds.flatMap(({ id }) => {
		const difference = from[id] ?? null;
		return difference === null ? [] : [{ kind: id, difference }];
	});
}

function pooledBlock(pooled: Pooled | null): Block[] {
	if (pooled === null) return [];
	const differences = differencesOf({ ancova: pooled.ancova, weighted: pooled.weighted });
	return differences.length === 0 ? [] : [{ name: 'Pooled', counts: plural(pooled.conditions.length, 'condition'), pooled: true, differences }];
}

function countsOf(sides: readonly [Side, Side]): string {
	if (sides.every(({ n }) => n === null)) return 'n withheld';
	return `n ${sides.map(({ n }) => (n === null ? 'withheld' : count(n))).join(' and ')}`;
}
