import type { Episode } from './episode.ts';
import type { Scenario } from './scenario.ts';

/** The naive figure, by session number: how many scores were recorded, and their mean. */
export type PlainMeans = { readonly counts: readonly number[]; readonly means: readonly (number | null)[] };

/** Keeps count as episodes go by; `result` is in the order of the scenario's conditions. */
export function plainMeans({ conditions, sessions }: Scenario): { add: (episode: Episode) => void; result: () => PlainMeans[] } {
	const totals = new Map(conditions.map(({ id }) => [id, { counts: new Float64Array(sessions.most), sums: new Float64Array(sessions.most) }]));
	return {
		add({ setting, visits }) {
			const own = totals.get(setting.condition.id);
			if (own === undefined) throw new Error(`no such condition: ${setting.condition.id}`);
			const { counts, sums } = own;
			for (const { session, painBefore } of visits) {
				if (painBefore === null) continue;
				counts[session - 1] = (counts[session - 1] ?? 0) + 1;
				sums[session - 1] = (sums[session - 1] ?? 0) + painBefore;
			}
		},
		result: () => Array.from(totals.values(), ({ counts, sums }) => ({ counts: Array.from(counts), means: Array.from(sums, (sum, index) => meanOf(sum, counts[index] ?? 0)) })),
	};
}

function meanOf(sum: number, count: number): number | null {
	return count === 0 ? null : sum / count;
}
