import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { leaflet } from '../answer/leaflet.ts';
import { importPatients } from '../answer/packed-clinic.ts';
import { importInto } from '../intake/import-into.ts';
import { runProgram } from '../intake/run-program.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';

test('a pack of a figure is made by command, holds, and no longer holds after an import that changes the numbers', async () => {
	const folder = await temporaryFolder();
	const at = ['--warehouse', join(folder, 'warehouse')];
	const file = join(folder, 'pack.zip');
	await importPatients(folder, 60, 2);
	const made = await runProgram('pack', ['recovery', '--condition', 'knee pain', '--out', file, ...at]);
	expect({ code: made.code, said: made.stdout }).toEqual({ code: 0, said: expect.stringContaining(`wrote ${file}`) });
	expect(await runProgram('verify', [file, ...at])).toMatchObject({ code: 0, stdout: expect.stringMatching(/its own records: holds exactly: \d+ numbers equal\nthe records now: the same\n$/u) });
	expect(await runProgram('pack', ['recovery', '--condition', 'knee pain', '--out', file, ...at])).toMatchObject({ code: 1, stderr: expect.stringContaining('--out: there is such a file already') });
	await importPatients(folder, 90, 4);
	const after = await runProgram('verify', [file, ...at]);
	expect({ code: after.code, said: after.stdout }).toEqual({ code: 2, said: expect.stringMatching(/no longer holds:\n(.*\n)*.*session 3: mean was 5, is 5\.4;/u) });
	await writeFile(file, (await readFile(file)).subarray(0, 5000));
	expect(await runProgram('verify', [file, ...at])).toMatchObject({ code: 1, stderr: expect.stringContaining('not a ZIP file, or a damaged one') });
});

test('a pack of a claim tells of its verdict when it was made and now, and is not compared with a claim that was edited', async () => {
	const folder = await temporaryFolder();
	const claims = join(folder, 'warehouse', 'claims');
	const at = ['--warehouse', join(folder, 'warehouse')];
	const file = join(folder, 'pack.zip');
	await mkdir(claims, { recursive: true });
	await writeFile(join(claims, 'leaflet.json'), JSON.stringify(leaflet));
	await importPatients(folder, 60, 2);
	expect((await runProgram('pack', ['--claim', 'knees', '--out', file, ...at])).code).toBe(0);
	const held = unzipSync(await readFile(file));
	expect(JSON.parse(strFromU8(held['claim.json'] ?? new Uint8Array()))).toMatchObject({ article: 'Our leaflet', claim: { id: 'knees', verdict: 'supported', tests: [{ estimate: 1, n: 60 }] } });
	expect(strFromU8(held['sentence.txt'] ?? new Uint8Array())).toMatch(/^Of all courses, 100\u00a0% were for knee pain/u);
	await importInto(folder, { 'hips.csv': ['patient_id,condition,session_number,pain_before', ...Array.from({ length: 300 }, (_, index) => `H${index},hip pain,1,5`)] });
	const { code, stdout } = await runProgram('verify', [file, ...at]);
	expect({ code, lines: stdout.split('\n') }).toEqual({
		code: 2,
		lines: expect.arrayContaining(['the verdict was supported, is not supported', expect.stringMatching(/^test, knee pain, technique: verdict was supported, is not supported; estimate was 1, is 0\.1667; lower was [\d.]+, is [\d.]+; upper was 1, is [\d.]+; n was 60, is 360$/u), expect.stringMatching(/^what may be printed now: Fewer than six in ten/u)]),
	});
	await writeFile(join(claims, 'leaflet.json'), JSON.stringify(leaflet).replace('0.6', '0.1'));
	expect(await runProgram('verify', [file, ...at])).toMatchObject({ code: 1, stdout: expect.stringContaining('the claim has been edited since') });
});

test('a pack that cannot be made says why', async () => {
	const folder = await temporaryFolder();
	await importPatients(folder, 14, 2);
	const at = ['--warehouse', join(folder, 'warehouse')];
	expect(await runProgram('pack', ['recovery', '--condition', 'nothing-such', ...at])).toMatchObject({ code: 1, stderr: expect.stringContaining('condition must be in the codebook: nothing-such') });
	expect(await runProgram('pack', ['recovery', '--claim', 'knees', ...at])).toMatchObject({ code: 1, stderr: expect.stringContaining('--claim takes no question') });
	expect(await runProgram('pack', ['recovery', '--condition', 'knee pain', ...at])).toMatchObject({ code: 1, stderr: expect.stringContaining('fewer than 11 patients') });
});
