import { z } from 'zod';
import simulation from '#data/validation/simulation.json' with { type: 'json' };
import type { Table } from '#lib/charts/drawing.ts';
import { decimal, percent, signed } from '#lib/charts/number.ts';

const performance = z.object({ bias: z.number(), rmse: z.number(), coverage: z.number() });
const study = z.object({ cohorts: z.number(), lines: z.array(z.object({ size: z.number(), session: z.number(), plain: performance, adjusted: performance })) });

const { cohorts, lines } = study.parse(simulation);

/** What the simulation study found, in a sentence and in full. */
export function validation(): Readonly<{ sentence: string; table: Table }> {
	const coverages = lines.map(({ adjusted }) => adjusted.coverage);
	const worst = lines.reduce((a, b) => (b.plain.bias > a.plain.bias ? b : a));
	const columns = ['Episodes', 'Session', 'Plain: bias', 'RMSE', 'Coverage', 'Adjusted: bias', 'RMSE', 'Coverage'];
	const cells = ({ bias, rmse, coverage }: z.infer<typeof performance>) => [signed(bias, 2), decimal(rmse, 2), percent(coverage)];
	return {
		sentence: `Over ${cohorts} simulated cohorts of each size and condition, the 95\u00a0% intervals of the adjusted mean held the true mean in ${percent(Math.min(...coverages))} to ${percent(Math.max(...coverages))} of cohorts. The plain mean was off by up to ${decimal(worst.plain.bias, 2)} points, and its interval held the truth there in ${percent(worst.plain.coverage)}.`,
		table: {
			caption: 'Bias, root mean squared error (points of pain) and coverage of 95\u00a0% intervals, by cohort size and session',
			columns,
			rows: lines.map(({ size, session, plain, adjusted }) => [String(size), String(session), ...cells(plain), ...cells(adjusted)]),
		},
	};
}
