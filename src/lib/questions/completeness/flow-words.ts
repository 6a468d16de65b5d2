import type { Table } from '#lib/charts/drawing.ts';
import { count, list, percent, plural } from '#lib/charts/number.ts';
import { roundedPercent } from '#lib/charts/rounded-percent.ts';
import { withheld } from '#lib/charts/withheld.ts';
import type { CompletenessResult, Step } from './result.ts';

/** A box of the flow: how many are left, `share` of the episodes selected, and who went before it with how many; null where withheld. */
export type FlowBox = Readonly<{ name: string; of: 'records' | 'episodes'; n: number | null; share: number | null; lost: readonly Readonly<{ name: string; n: number | null }>[] }>;

export const flowTitle = 'From the records read to the episodes that tell of a change';

const names: Readonly<Record<Step, string>> = {
	episodes: 'Episodes that the filters select',
	baseline: 'With a score at session 1',
	followed: 'Scored again later',
	'three-scores': 'With three scores or more',
	'discharge-reason': 'With a discharge reason too',
};

const losses: Readonly<Record<Step, string>> = {
	episodes: '',
	baseline: 'without a score at session 1',
	followed: 'without a later score',
	'three-scores': 'with two scores only',
	'discharge-reason': 'without a discharge reason',
};

const reached: Readonly<Record<Exclude<Step, 'episodes'>, string>> = {
	baseline: 'have a score at session 1',
	followed: 'have a score at session 1 and a later one',
	'three-scores': 'have three or more',
	'discharge-reason': 'have a discharge reason as well',
};

export function flowBoxes({ records, flow }: CompletenessResult): FlowBox[] {
	const { read, accepted, duplicates, rejected } = records;
	const all = flow[0]?.n ?? null;
	return [
		{ name: 'Records read', of: 'records', n: read, share: null, lost: [] },
		{ name: 'Records accepted', of: 'records', n: accepted, share: null, lost: [{ name: duplicates === 1 ? 'duplicate' : 'duplicates', n: duplicates }, { name: 'rejected', n: rejected }] },
		...flow.map(({ step, n }, index) => {
			const before = flow[index - 1]?.n ?? null;
			const lost = step === 'episodes' ? [] : [{ name: losses[step], n: before === null || n === null ? null : before - n }];
			return { name: names[step], of: 'episodes' as const, n, share: n === null || all === null || all === 0 ? null : n / all, lost };
		}),
	];
}

/** What the figure shows, said from its numbers. */
export function flowSentence({ flow }: CompletenessResult): string {
	const at = (step: Step) => flow.find((each) => each.step === step)?.n ?? null;
	const all = at('episodes');
	if (all === null || all === 0) return 'How many episodes there are is withheld: too few patients.';
	const said = (['baseline', 'followed', 'three-scores', 'discharge-reason'] as const).flatMap((step) => {
		const n = at(step);
		return n === null ? [] : [`${count(n)} (${roundedPercent(n / all)}) ${reached[step]}`];
	});
	return `Of ${plural(all, 'episode')}${said.length === 0 ? ' no more can be told: too few patients' : `, ${list(said)}`}.`;
}

export function flowLabel(boxes: readonly FlowBox[], synthetic: boolean): string {
	const said = boxes.map(({ name, n, lost }) => `${lost.map((each) => `${lossText(each)}; `).join('')}${name.toLowerCase()}: ${numberText(n)}`);
	return `${synthetic ? 'Synthetic data. ' : ''}Flow diagram. ${said.join('; ')}.`;
}

export function flowNotes(boxes: readonly FlowBox[]): string[] {
	return [
		'Records are those of all files of the snapshot, whatever the filters; several make an episode, and episodes are those that the filters select.',
		'Each box holds a part of the one above it, the bar its share of the episodes selected.',
		...(boxes.some(({ n, lost }) => n === null || lost.some((each) => each.n === null)) ? [`A number that is not there is ${withheld}.`] : []),
	];
}

export function flowTable(boxes: readonly FlowBox[]): Table {
	return {
		caption: flowTitle,
		columns: ['Step', 'Number', 'Share of the episodes', 'Left out before it'],
		rows: boxes.map(({ name, n, share, lost }) => [name, numberText(n), share === null ? '–' : percent(share), lost.length === 0 ? '–' : lost.map(lossText).join(', ')]),
	};
}

export function lossText({ name, n }: FlowBox['lost'][number]): string {
	return n === null ? `${name}: withheld` : `${count(n)} ${name}`;
}

export function numberText(n: number | null): string {
	return n === null ? 'withheld' : count(n);
}
