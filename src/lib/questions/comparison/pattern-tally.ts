import { courseNumbers } from '../course-numbers.ts';

type Sums = Readonly<{ n: number; sum: number; squares: number; responders: number }>;
type PairSums = Readonly<{ n: number; sumA: number; sumB: number; products: number; respondersA: number; respondersB: number; bothResponded: number }>;

/** Last scores and responses of one condition by the number of a pattern, taken one patient after the other, and those of each two episodes of a patient. */
export type PatternTally = Readonly<{
	add(pattern: number, score: number, responded: boolean): void;
	endPatient(): void;
	/** of the patterns that are wanted, in ascending order */
	patterns(isWanted: (pattern: number) => boolean): readonly (Sums & Readonly<{ pattern: number }>)[];
	pairs(isWanted: (pattern: number) => boolean): readonly (PairSums & Readonly<{ a: number; b: number }>)[];
}>;

export function patternTally(): PatternTally {
	const [patterns, pairs] = [courseNumbers(), courseNumbers()];
	const [sums, pairSums]: [number[], number[]] = [[], []];
	const own: Readonly<{ numbers: number[]; scores: number[]; responses: number[] }> = { numbers: [], scores: [], responses: [] };
	let ofPatient = 0;

	function addPair(one: number, other: number): void {
		const [score, otherScore, response, otherResponse] = [own.scores[one] ?? 0, own.scores[other] ?? 0, own.responses[one] ?? 0, own.responses[other] ?? 0];
		const at = 7 * pairs.numberOf((own.numbers[one] ?? 0) * most + (own.numbers[other] ?? 0));
		pairSums[at] = (pairSums[at] ?? 0) + 1;
		pairSums[at + 1] = (pairSums[at + 1] ?? 0) + score;
		pairSums[at + 2] = (pairSums[at + 2] ?? 0) + otherScore;
		pairSums[at + 3] = (pairSums[at + 3] ?? 0) + score * otherScore;
		pairSums[at + 4] = (pairSums[at + 4] ?? 0) + response;
		pairSums[at + 5] = (pairSums[at + 5] ?? 0) + otherResponse;
		pairSums[at + 6] = (pairSums[at + 6] ?? 0) + response * otherResponse;
	}

	return {
		add(pattern, score, responded) {
			const number = patterns.numberOf(pattern);
			const at = 4 * number;
			sums[at] = (sums[at] ?? 0) + 1;
			sums[at + 1] = (sums[at + 1] ?? 0) + score;
			sums[at + 2] = (sums[at + 2] ?? 0) + score * score;
			sums[at + 3] = (sums[at + 3] ?? 0) + (responded ? 1 : 0);
			own.numbers[ofPatient] = number;
			own.scores[ofPatient] = score;
			own.responses[ofPatient] = responded ? 1 : 0;
			ofPatient++;
		},
		endPatient() {
			for (let one = 0; one < ofPatient; one++) for (let other = one + 1; other < ofPatient; other++) addPair(one, other);
			ofPatient = 0;
		},
		patterns(isWanted) {
			const found = patterns.keys.flatMap((pattern, number) => {
				const at = 4 * number;
				return isWanted(pattern) ? [{ pattern, n: sums[at] ?? 0, sum: sums[at + 1] ?? 0, squares: sums[at + 2] ?? 0, responders: sums[at + 3] ?? 0 }] : [];
			});
			return found.sort((a, b) => a.pattern - b.pattern);
		},
		pairs(isWanted) {
			const found = pairs.keys.flatMap((key, number) => {
				const [a = 0, b = 0] = [patterns.keys[Math.floor(key / most)], patterns.keys[key % most]];
				if (!isWanted(a) || !isWanted(b)) return [];
				const [n = 0, sumA = 0, sumB = 0, products = 0, respondersA = 0, respondersB = 0, bothResponded = 0] = pairSums.slice(7 * number, 7 * number + 7);
				return [{ a, b, n, sumA, sumB, products, respondersA, respondersB, bothResponded }];
			});
			return found.sort((one, other) => one.a - other.a || one.b - other.b);
		},
	};
}

/** More than a condition can have different patterns. */
const most = 2 ** 26;
