import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dictionary } from '#lib/record/dictionary.ts';
import { run } from './cli/run.ts';

await run(async () => {
	await writeFile(join(import.meta.dirname, '../data/README.md'), dictionary());
	return 0;
});
