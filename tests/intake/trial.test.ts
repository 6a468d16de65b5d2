import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { runProgram } from './run-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

const trial = 'data/trials/dinat-2015';

test('the trial that ships goes in whole, and ask gives the means of its README', async () => {
	const warehouse = join(await temporaryFolder(), 'warehouse');
	const imported = await runProgram('import', [`${trial}/sessions.csv`, '--codebook', `${trial}/codebook.json`, '--warehouse', warehouse, '--json']);
	const asked = await runProgram('ask', ['recovery', '--by', 'protocol', '--warehouse', warehouse, '--json']);
	expect({ code: imported.code, report: JSON.parse(imported.stdout), means: meansOf(asked.stdout) }).toMatchObject({
		code: 0,
		report: { outcome: 'published', read: 366, accepted: 366, duplicates: 0, rejected: 0, sessions: 366, synthetic: false },
		means: await readmeMeans(),
	});
});

const answer = z.object({
	groups: z.array(
		z.object({
			protocol: z.string(),
			points: z.array(z.object({ session: z.number(), n: z.number(), mean: z.number(), sd: z.number(), lower: z.number(), upper: z.number(), median: z.number() })),
		}),
	),
});

/** By protocol and session: n, mean, SD, lower, upper, median, as texts. */
function meansOf(json: string): Record<string, string[]> {
	const { groups } = answer.parse(JSON.parse(json));
	return Object.fromEntries(
		groups.flatMap(({ protocol, points }) =>
			points.map(({ session, n, mean, sd, lower, upper, median }) => [`${protocol} ${session}`, [String(n), ...[mean, sd, lower, upper].map((value) => value.toFixed(4)), String(median)]]),
		),
	);
}

async function readmeMeans(): Promise<Record<string, string[]>> {
	const rows = (await readFile(`${trial}/README.md`, 'utf8')).split('\n').filter((line) => /^\| (placebo|amitriptyline) /u.test(line));
	return Object.fromEntries(
		rows.map((row) => {
			const [protocol, session, , ...numbers] = row.split('|').slice(1, -1).map((cell) => cell.trim());
			return [`${protocol} ${session}`, numbers];
		}),
	);
}
