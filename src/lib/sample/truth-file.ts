import type { SampleOptions, Tally } from './sample-file.ts';
import type { Scenario } from './scenario.ts';
import { trueCourse, type Curve, type TrueCourse } from './truth.ts';

export type TruthFile = Curve & {
	readonly about: string;
	readonly synthetic: true;
	readonly seed: number;
	readonly patients: number;
	readonly complete: boolean;
	readonly episodes: number;
	/** good rows, without the header */
	readonly rows: number;
	/** line 1 is the header */
	readonly badRows: Tally['badRows'];
	readonly sessions: readonly number[];
	readonly conditions: readonly (TrueCourse['conditions'][number] & { readonly plain: Tally['plain'][number] })[];
	readonly scenario: Scenario;
};

export function truthFile(scenario: Scenario, { patients, seed, complete }: Omit<SampleOptions, 'delimiter'>, { episodes, rows, badRows, plain }: Tally): TruthFile {
	const { conditions, means, sds } = trueCourse(scenario);
	return {
		about: 'What made-up session records were made from. means and sds: the recorded pain score before session 1, 2, … had nobody left.',
		synthetic: true,
		seed,
		patients,
		complete,
		episodes,
		rows,
		badRows,
		sessions: means.map((_, index) => index + 1),
		means,
		sds,
		conditions: conditions.map((condition, index) => {
			const ofCondition = plain[index];
			if (ofCondition === undefined) throw new Error(`no such condition: ${condition.condition}`);
			return { ...condition, plain: ofCondition };
		}),
		scenario,
	};
}
