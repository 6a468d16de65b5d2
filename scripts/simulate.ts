import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import json from '#data/sample/scenario.json' with { type: 'json' };
import { parseScenario } from '#lib/sample/scenario.ts';
import { run } from './cli/run.ts';
import { userPath } from './cli/paths.ts';
import { report } from './simulate/report.ts';
import { simulate } from './simulate/study.ts';
import { validationPage } from './simulate/validation-page.ts';

const usage = `npm run simulate -- [options]

Draws many cohorts from the sample's scenario, asks the questions about each, and compares what they say with the truth they were drawn from.

  --cohorts N    cohorts of each condition, of 50 and of 200 episodes; a quarter as many of 1,000 (100)
  --truth N      episodes of each condition in the draws that stand for the truth (40000)
  --seed N       the same seed gives the same tables (2)
  --out FOLDER   where simulation.json and README.md go (data/validation)`;

await run(async () => {
	const { values } = parseArgs({
		options: {
			cohorts: { type: 'string', default: '100' },
			truth: { type: 'string', default: '40000' },
			seed: { type: 'string', default: '2' },
			out: { type: 'string' },
			help: { type: 'boolean', default: false },
		},
	});
	if (values.help) {
		console.log(usage);
		return 0;
	}
	const [cohorts, truth, seed] = [Number(values.cohorts), Number(values.truth), Number(values.seed)];
	const sizes = [{ episodes: 50, cohorts }, { episodes: 200, cohorts }, { episodes: 1000, cohorts: Math.ceil(cohorts / 4) }];
	const scenario = parseScenario(json);
	const found = await simulate(scenario, { seed, sizes, truth, fewest: 30 }, (what) => console.error(what));
	const study = report({ seed, truth, sizes: sizes.map((size) => ({ ...size, cohorts: size.cohorts * scenario.conditions.length })) }, found);
	const out = values.out === undefined ? join(import.meta.dirname, '../data/validation') : userPath(values.out);
	await writeFile(join(out, 'simulation.json'), `${JSON.stringify(study, null, '\t')}\n`);
	await writeFile(join(out, 'README.md'), validationPage(study));
	return 0;
});
