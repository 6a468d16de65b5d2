import { createInterface } from 'node:readline/promises';
import { UnsettledFiles } from '#lib/server/intake/unsettled-files.ts';

/** Imports and, where columns are only proposed, shows them and asks on a terminal whether to read them so; elsewhere that is an error. */
export async function settlingColumns<Report>(accept: boolean, importing: (accept: boolean) => Promise<Report>): Promise<Report> {
	try {
		return await importing(accept);
	} catch (error) {
		if (!(error instanceof UnsettledFiles) || !error.acceptable || !process.stdin.isTTY) throw error;
		console.error(error.message);
		if (!(await confirmed('read the columns like this? (yes or no) '))) throw new Error('nothing was imported');
		return importing(true);
	}
}

async function confirmed(question: string): Promise<boolean> {
	const terminal = createInterface({ input: process.stdin, output: process.stderr });
	const answer = await terminal.question(question).finally(() => terminal.close());
	return /^y(es)?$/iu.test(answer.trim());
}
