import type { HeldCourses } from '#lib/server/held/held-courses.ts';
import { recordedAs, type Recorded } from '#lib/server/held/recorded-as.ts';
import type { Pattern } from './design.ts';

type PatternKey = Pick<Pattern, 'protocol' | 'chronicity' | 'clinic' | 'sex' | 'ageBand' | 'baseline'>;

/** What is recorded of each episode that a pattern is made of, and a number for each pattern, in the order in which `patterns.sql` gives them. */
export type PatternKeys = Readonly<{
	recorded: Readonly<Record<Exclude<keyof PatternKey, 'baseline'>, Recorded>>;
	/** `baseline` is the place of the score at session 1 among the values of the measure */
	keyOf(episode: number, baseline: number): number;
	/** the place of its protocol among those recorded */
	protocolOf(key: number): number;
	patternOf(key: number): PatternKey;
}>;

export function patternKeys({ columns }: HeldCourses, values: Float64Array): PatternKeys {
	const [protocol, chronicity, clinic] = [recordedAs(columns.protocol, missing), recordedAs(columns.chronicity, missing), recordedAs(columns.clinic, missing)];
	const [sex, ageBand] = [recordedAs(columns.sex, missing), recordedAs(columns.ageBand, missing)];
	const covariates = chronicity.words.length * clinic.words.length * sex.words.length * ageBand.words.length;
	const known = new Map<number, PatternKey>();
	return {
		recorded: { protocol, chronicity, clinic, sex, ageBand },
		keyOf(episode, baseline) {
			const place = (chronicity.placeOf(episode) * clinic.words.length + clinic.placeOf(episode)) * sex.words.length + sex.placeOf(episode);
			return (protocol.placeOf(episode) * covariates + place * ageBand.words.length + ageBand.placeOf(episode)) * values.length + baseline;
		},
		protocolOf: (key) => Math.floor(key / (covariates * values.length)),
		patternOf(key) {
			const found = known.get(key) ?? patternAt(key);
			known.set(key, found);
			return found;
		},
	};

	function patternAt(key: number): PatternKey {
		let rest = Math.floor(key / values.length);
		const next = ({ words }: Recorded) => {
			const word = words[rest % words.length] ?? missing;
			rest = Math.floor(rest / words.length);
			return word;
		};
		const parts = { ageBand: next(ageBand), sex: next(sex), clinic: next(clinic), chronicity: next(chronicity), protocol: next(protocol) };
		return { ...parts, baseline: values[key % values.length] ?? NaN };
	}
}

const missing = 'not-recorded';
