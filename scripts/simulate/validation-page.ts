import type { Performance } from './performance.ts';

/** One size of cohort at one session, over all conditions; `cohorts` could estimate it. */
export type Line = Readonly<{ size: number; session: number; cohorts: number; plain: Performance; adjusted: Performance }>;

export type Study = Readonly<{ seed: number; cohorts: number; lines: readonly Line[] }>;

/** The study as a page of Markdown. */
export function validationPage({ seed, cohorts, lines }: Study): string {
	const rows = lines.map(
		({ size, session, plain, adjusted }) =>
			`| ${[size, session, signed(plain.bias), plain.rmse.toFixed(2), percent(plain.coverage), signed(adjusted.bias), adjusted.rmse.toFixed(2), percent(adjusted.coverage)].join(' | ')} |`,
	);
	return `# Simulation

How the plain and the adjusted mean do against a truth that is known. From the sample's [scenario](../sample/README.md), ${cohorts} cohorts were
drawn for each of its conditions and each size, and put through the statements and routines that the dashboard uses. Patients leave
depending on their recorded scores; scores are whole numbers from 0 to 10, so the model is not quite true, as it never is.

Bias and root mean squared error in points of pain; coverage is the share of 95 % intervals that hold the true mean (Monte-Carlo error about
${(100 * Math.max(...lines.map(({ adjusted }) => adjusted.coverageError))).toFixed(1)} points at most). A session is listed where at least 95 of 100 cohorts could estimate it.

| episodes | session | plain: bias | rmse | coverage | adjusted: bias | rmse | coverage |
|---|---|---|---|---|---|---|---|
${rows.join('\n')}

The dashboard shows an adjusted mean wherever it can be estimated, also at sessions that few cohorts of that size reach. Among those cohorts,
reaching it is itself a selection: their adjusted mean is too high by up to 0.2 points at the very end of the curve.

Written by \`npm run simulate\` with seed ${seed}; the numbers are in \`simulation.json\`.
`;
}

function signed(value: number): string {
	return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}

function percent(share: number): string {
	return `${(100 * share).toFixed(1)} %`;
}
