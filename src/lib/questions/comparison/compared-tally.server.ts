import { courseMoments } from '../course-moments.ts';
import { coursePatients } from '../course-patients.ts';
import type { ScoredResponse } from '../scored-response.ts';
import type { RawLevel, RawPatientPair, RawPattern, RawSide } from './comparison.server.ts';
import type { PatternKeys } from './pattern-keys.server.ts';
import { patternTally } from './pattern-tally.ts';

/** Episodes of one condition, taken one patient after the other: what the statements give of it, `of` the protocols that are compared. */
export type ComparedTally = Readonly<{
	/** `first` and `last` are 1 + the place of the score at session 1, and of the last later one, or 0 */
	add(episode: number, patient: number, first: number, last: number): void;
	endPatient(): void;
	sides(): RawSide[];
	of(compared: readonly Readonly<{ condition: string; protocol: string }>[]): Readonly<{ patterns: readonly RawPattern[]; patientPairs: readonly RawPatientPair[]; levels: readonly RawLevel[] }>;
}>;

/** `responds` is undefined where the condition has no threshold; `values` are the scores of the measure in ascending order. */
export function comparedTally(condition: string, { recorded, keyOf, protocolOf, patternOf }: PatternKeys, values: Float64Array, responds: ScoredResponse | undefined): ComparedTally {
	const { protocol: protocols } = recorded;
	const size = protocols.words.length;
	const [all, others, responders, nonResponders] = [coursePatients(size), coursePatients(size), coursePatients(size), coursePatients(size)];
	const [firsts, lasts] = [courseMoments(size), courseMoments(size)];
	const levels = covariates.map((covariate) => ({ covariate, ...recorded[covariate], counts: coursePatients(size * recorded[covariate].words.length) }));
	const patterns = patternTally();
	return {
		add(episode, patient, first, last) {
			const protocol = protocols.placeOf(episode);
			all.add(protocol, patient);
			if (first === 0 || last === 0) return others.add(protocol, patient);
			const [firstScore, lastScore] = [values[first - 1] ?? NaN, values[last - 1] ?? NaN];
			firsts.add(protocol, patient, firstScore);
			lasts.add(protocol, patient, lastScore);
			const responded = responds?.(firstScore, lastScore) ?? false;
			if (responds !== undefined) (responded ? responders : nonResponders).add(protocol, patient);
			for (const { words, placeOf, counts } of levels) counts.add(protocol * words.length + placeOf(episode), patient);
			patterns.add(keyOf(episode, first - 1), lastScore, responded);
		},
		endPatient: patterns.endPatient,
		sides() {
			return protocols.words.flatMap((protocol, place) => {
				const [episodes, first, last, responded] = [all.at(place), firsts.at(place), lasts.at(place), responders.at(place)];
				const side = {
					condition,
					protocol,
					episodes: episodes.n,
					patients: episodes.patients,
					n: first.n,
					followedPatients: first.patients,
					otherPatients: others.at(place).patients,
					firstMean: first.n === 0 ? null : first.mean,
					lastMean: last.n === 0 ? null : last.mean,
					lastSd: last.sd,
					responders: responded.n,
					responderPatients: responded.patients,
					nonResponderPatients: nonResponders.at(place).patients,
				};
				return episodes.n === 0 ? [] : [side];
			});
		},
		of(compared) {
			const isCompared = protocols.words.map((word) => compared.some((each) => each.condition === condition && each.protocol === word));
			const isWanted = (pattern: number) => isCompared[protocolOf(pattern)] === true;
			return {
				patterns: patterns.patterns(isWanted).map(({ pattern, n, sum, squares, responders }) => ({ condition, ...patternOf(pattern), n, sum, squares, responders })),
				patientPairs: patterns.pairs(isWanted).map((pair) => ({ condition, ...pair, a: patternOf(pair.a), b: patternOf(pair.b) })),
				levels: protocols.words.flatMap((protocol, place) => levels.flatMap(({ covariate, words, counts }) => {
					const found = words.map((level, at) => ({ condition, protocol, covariate, level, patients: counts.at(place * words.length + at).patients }));
					return isCompared[place] === true ? found.filter(({ patients }) => patients > 0) : [];
				})),
			};
		},
	};
}

/** Alphabetical, as the rows of `levels.sql` are. */
const covariates = ['ageBand', 'chronicity', 'clinic', 'sex'] as const;
