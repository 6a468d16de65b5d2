import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import json from '#data/sample/scenario.json' with { type: 'json' };
import { recoveryGroups } from '#lib/questions/recovery/recovery.server.ts';
import { parseScenario } from '#lib/sample/scenario.ts';
import { trueCourse } from '#lib/sample/truth.ts';
import { run } from './cli/run.ts';
import { userPath } from './cli/paths.ts';
import { performanceOf, type Estimate } from './simulate/performance.ts';
import { validationPage, type Line } from './simulate/validation-page.ts';
import { measure, replicates } from './simulate/replicates.ts';

const usage = `npm run simulate -- [options]

Draws many cohorts from the sample's scenario and compares the plain and the adjusted mean with the truth they were drawn from.

  --cohorts N    cohorts of each size and condition (400)
  --seed N       the same seed gives the same table (2)
  --out FOLDER   where simulation.json and README.md go (data/validation)`;

const sizes = [50, 200, 1000];

await run(async () => {
	const { values } = parseArgs({ options: { cohorts: { type: 'string', default: '400' }, seed: { type: 'string', default: '2' }, out: { type: 'string' }, help: { type: 'boolean', default: false } } });
	if (values.help) {
		console.log(usage);
		return 0;
	}
	const cohorts = Number(values.cohorts);
	const lines: Line[] = [];
	for (const size of sizes) lines.push(...(await simulate(Number(values.seed), cohorts, size)));
	const out = values.out === undefined ? join(import.meta.dirname, '../data/validation') : userPath(values.out);
	const study = { seed: Number(values.seed), cohorts, lines };
	await writeFile(join(out, 'simulation.json'), `${JSON.stringify(study, null, '\t')}\n`);
	await writeFile(join(out, 'README.md'), validationPage(study));
	return 0;
});

/** All conditions together: each cohort against the truth of its own condition. Sessions that most cohorts can estimate. */
async function simulate(seed: number, cohorts: number, size: number): Promise<Line[]> {
	const scenario = parseScenario(json);
	const truth = new Map(trueCourse(scenario).conditions.map(({ condition, means }) => [condition, means]));
	const db = await replicates(scenario, seed, cohorts, size);
	const groups = await recoveryGroups(db, { id: measure, minimum: scenario.pain.minimum, maximum: scenario.pain.maximum });
	db.closeSync();
	const sessions = Array.from({ length: scenario.sessions.most }, (_, index) => index + 1);
	return sessions.flatMap((session) => {
		const both = groups.flatMap(({ condition, points, adjusted }) => {
			const point = points.find((each) => each.session === session);
			const curve = adjusted.points.get(session);
			const mean = truth.get(condition)?.[session - 1];
			if (point === undefined || point.lower === null || point.upper === null || curve === undefined || mean === undefined) return [];
			const plain: Estimate = { mean: point.mean, lower: point.lower, upper: point.upper };
			return [{ plain, adjusted: curve, truth: mean }];
		});
		if (both.length < 0.95 * groups.length) return [];
		const performance = (which: 'plain' | 'adjusted') => performanceOf(both.map((each) => ({ estimate: each[which], truth: each.truth })));
		return [{ size, session, cohorts: both.length, plain: performance('plain'), adjusted: performance('adjusted') }];
	});
}
