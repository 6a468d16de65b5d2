import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { rCall } from './r-call.ts';

/** An R script and the numbers that it wrote: the tests that read these, what they call in R, and the relative tolerances they state. */
export type Routine = Readonly<{ name: string; folder: string; tests: readonly string[]; call: string; tolerances: readonly string[] }>;

export const folders = [join('tests', 'statistics'), join('tests', 'questions'), join('tests', 'answer')] as const;

/** All routines below `root`, or those that are wanted by name. */
export async function routines(root: string, wanted: readonly string[]): Promise<Routine[]> {
	const found = await Promise.all(folders.map((folder) => routinesIn(root, folder)));
	const all = found.flat();
	const unknown = wanted.filter((name) => !all.some((each) => each.name === name));
	if (unknown.length > 0) throw new Error(`no R script has this name: ${unknown.join(', ')} (there are ${all.map(({ name }) => name).join(', ')})`);
	return wanted.length === 0 ? all : all.filter(({ name }) => wanted.includes(name));
}

async function routinesIn(root: string, folder: string): Promise<Routine[]> {
	const files = await readdir(join(root, folder));
	const tests = await Promise.all(files.filter((file) => file.endsWith('.test.ts')).map(async (file) => ({ file, text: await readFile(join(root, folder, file), 'utf8') })));
	const names = files.filter((file) => file.endsWith('.R') && files.includes(file.replace(/R$/, 'json'))).map((file) => file.slice(0, -2));
	return Promise.all(
		names.map(async (name) => {
			const own = tests.filter(({ text }) => new RegExp(`['"/]${name}\\.json['"]`).test(text));
			const tolerances = own.flatMap(({ text }) => [...text.matchAll(/toBeLessThan\((1e-\d+)\)/g)].map(([, each = '']) => each));
			return { name, folder, tests: own.map(({ file }) => join(folder, file)), call: await callOf(root, folder, name, own.map(({ text }) => text)), tolerances: [...new Set(tolerances)].sort((a, b) => Number(b) - Number(a)) };
		}),
	);
}

/** What the function of the same name says, or the first one that a test takes in; else what the R script says of itself. */
async function callOf(root: string, folder: string, name: string, tests: readonly string[]): Promise<string> {
	const used = tests.flatMap((text) => [...text.matchAll(/#lib\/statistics\/([a-z-]+)\.ts/g)].map(([, each = '']) => each));
	for (const each of [name, ...used]) {
		const file = join(root, 'src', 'lib', 'statistics', `${each}.ts`);
		const call = existsSync(file) ? rCall(await readFile(file, 'utf8')) : null;
		if (call !== null) return call;
	}
	const script = await readFile(join(root, folder, `${name}.R`), 'utf8');
	return /^# (.*)$/m.exec(script)?.[1] ?? '';
}
