import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, test } from 'vitest';
import { outcome, type Outcome } from './corpus/outcome.ts';
import { verdicts } from './corpus/verdict.ts';
import { writeBombs } from './corpus/write-bombs.ts';

const corpus = join(import.meta.dirname, 'corpus');
const expected = verdicts.parse(JSON.parse(await readFile(join(corpus, 'verdicts.json'), 'utf8')));
const outcomes = new Map<string, Outcome>();
const files = async () => (await readdir(join(corpus, 'files'), { recursive: true })).sort();
const seconds = 900;
const mebibytes = 1024;

let before: readonly string[] = [];
let shouted = '';

beforeAll(async () => {
	before = await files();
	const folder = await mkdtemp(join(tmpdir(), 'needlepoint-bombs-'));
	await writeBombs(folder);
	const program = ['--max-old-space-size=512', '--import', './scripts/loader/register.mjs', 'tests/intake/corpus/import-corpus.ts', folder];
	const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'pipe'], timeout: seconds * 1000 });
	const [told, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
	shouted = errors;
	for (const line of told.split('\n').filter((each) => each !== '')) {
		const found = outcome.parse(JSON.parse(line));
		outcomes.set(found.file, found);
	}
	await rm(folder, { recursive: true });
}, seconds * 1000);

describe.each(expected)('$file', ({ file, exit, read, accepted, duplicates, rejected, says, never = [] }) => {
	test('gets its verdict', () => {
		const found = outcomes.get(file);
		expect({ exit: found?.exit, ...found?.counts }).toEqual({ exit, ...(read !== undefined && { read, accepted, duplicates, rejected }) });
		expect((found?.counts.accepted ?? 0) + (found?.counts.duplicates ?? 0) + (found?.counts.rejected ?? 0)).toBe(found?.counts.read ?? 0);
	});

	test('is told of in words that help, and that give nobody away', () => {
		const { words = '', left } = outcomes.get(file) ?? {};
		expect(says.filter((each) => !words.includes(each))).toEqual([]);
		expect(exit === 0 || words !== '').toBe(true);
		expect([...never, 'Zq', 'zq'].filter((value) => words.includes(value))).toEqual([]);
		expect(words).not.toMatch(/\n\s+at |node:|\[object|undefined|TypeError|SELECT|Unexpected token|[\0-\u0008\u000b-\u001f\u007f]/u);
		expect(left).toEqual([]);
	});
});

describe('the corpus', () => {
	test('has a verdict for every file, and a file for every verdict', async () => {
		const judged = new Set(expected.map(({ file }) => file));
		const kept = (await readdir(join(corpus, 'files'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(join(corpus, 'files').length + 1));
		expect(kept.filter((name) => !judged.has(name) && ![...judged].some((file) => name.startsWith(`${file}/`)))).toEqual([]);
		expect([...judged].filter((file) => !outcomes.has(file))).toEqual([]);
	});

	test('keeps no file above 20 kB', async () => {
		const kept = (await readdir(join(corpus, 'files'), { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
		const sizes = await Promise.all(kept.map(async (path) => ({ path, size: (await stat(path)).size })));
		expect(sizes.filter(({ size }) => size > 20_000)).toEqual([]);
	});

	test('is imported without a word beside the reports, in bounded memory, and lies there as before', async () => {
		expect(shouted).toBe('');
		expect(Math.max(...[...outcomes.values()].map(({ peak }) => peak))).toBeLessThan(mebibytes);
		expect(await files()).toEqual(before);
	});
});
