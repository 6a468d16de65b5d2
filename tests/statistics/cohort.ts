import { normalQuantile } from '#lib/statistics/normal-quantile.ts';
import { seededUniform } from '#lib/statistics/seeded-uniform.ts';

/** Made-up scores with a row for each episode: a level of its own, ever less of which is left, some scores missing, and some leave, those who do badly the more. */
export function cohort(seed: number, { episodes, times, gaps }: Readonly<{ episodes: number; times: number; gaps: number }>): (number | null)[][] {
	const uniform = seededUniform(seed);
	const normal = () => normalQuantile(uniform());
	return Array.from({ length: episodes }, () => {
		const level = normal();
		let left = false;
		return Array.from({ length: times }, (_, time) => {
			const score = 6 - time / 2 + level * (1 - time / 20) + normal();
			const seen = !left && (time === 0 || uniform() >= gaps);
			left ||= uniform() < (score > 6 ? 0.12 : 0.04);
			return seen ? score : null;
		});
	});
}
