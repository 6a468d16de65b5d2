import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { uniform } from '#lib/sample/draw.ts';

/** What the public may know a patient by; `batch` is the import that brought them. */
export type Kind = Readonly<{ condition: string; protocol: string; year: string; sex: string; batch: number }>;

const sizes = [310, 22, 34];
const weights = {
	condition: { 'knee-pain': 5, 'hip-pain': 2, 'plantar-fasciitis': 1 },
	protocol: { 'dry-needling-retained': 4, 'exercise-only': 1 },
	year: { 2024: 3, 2025: 2 },
	sex: { female: 3, male: 2 },
} as const;

/** Every kind of patient that can be told apart. */
export const kinds: readonly Kind[] = sizes.flatMap((_, batch) =>
	Object.keys(weights.condition).flatMap((condition) => Object.keys(weights.protocol).flatMap((protocol) => Object.keys(weights.year).flatMap((year) => Object.keys(weights.sex).map((sex) => ({ condition, protocol, year, sex, batch }))))),
);

/** The records of a clinic with many small cells: a file an import, one episode a patient, nobody in two of them. Some come without a first score, most leave early. */
export function smallClinic(seed: number): readonly (readonly string[])[] {
	const generator = xoroshiro128plus(seed);
	const draw = () => uniform(generator);
	return sizes.map((size, batch) => [
		'patient_id,condition,session_number,session_date,protocol,sex,pain_before,discharge_reason',
		...Array.from({ length: size }, (_, i) => i).flatMap((i) => {
			const [condition, protocol, year, sex] = [weights.condition, weights.protocol, weights.year, weights.sex].map((each) => weighted(each, draw()));
			const visits = 1 + Math.floor(6 * draw() ** 1.6);
			const first = 5 + Math.floor(5 * draw());
			const unscored = draw() < 0.03;
			const discharge = draw() < 0.5 ? (draw() < 0.8 ? 'completed' : 'moved away') : '';
			return Array.from({ length: visits }, (__, visit) => {
				const score = visit === 0 && unscored ? '' : Math.max(0, first - Math.floor((visit + 1) * draw() * 1.5));
				return [`B${batch}-${i}`, condition, visit + 1, `${year}-03-${String(1 + visit * 4).padStart(2, '0')}`, protocol, sex, score, visit === visits - 1 ? discharge : ''].join(',');
			});
		}),
	]);
}

function weighted(weightOf: Readonly<Record<string, number>>, drawn: number): string {
	const total = Object.values(weightOf).reduce((sum, weight) => sum + weight, 0);
	let left = drawn * total;
	return Object.entries(weightOf).find(([, weight]) => (left -= weight) < 0)?.[0] ?? '';
}
