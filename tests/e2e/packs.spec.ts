import AxeBuilder from '@axe-core/playwright';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runProgram } from '../intake/run-program.ts';
import { expect, test } from './fixtures.ts';

const builder = '/evidence/build?question=recovery&condition=plantar-fasciitis';

test('the pack that the builder offers is the one that the command makes, and holds', async ({ page, folder, sharedWarehouse }) => {
	await page.goto(builder);
	const waiting = page.waitForEvent('download');
	await page.getByRole('link', { name: /Evidence pack/u }).click();
	const download = await waiting;
	expect(download.suggestedFilename()).toBe('needlepoint-evidence-pack.zip');
	const [byPage, byCommand] = [join(folder, 'page.zip'), join(folder, 'command.zip')];
	await download.saveAs(byPage);
	expect(await runProgram('pack', ['recovery', '--condition', 'plantar fasciitis', '--out', byCommand, '--warehouse', sharedWarehouse])).toMatchObject({ code: 0 });
	expect((await readFile(byPage)).equals(await readFile(byCommand))).toBe(true);
	expect(await runProgram('verify', [byPage, '--warehouse', sharedWarehouse])).toMatchObject({ code: 0, stdout: expect.stringContaining('holds exactly') });
});

test('a claim is packed, and no longer holds after an import that changes its numbers', async ({ request, folder, ownWarehouse, start }) => {
	const { url } = await start(ownWarehouse);
	const pack = join(folder, 'claim.zip');
	const packed = await request.get(`${url}/evidence/build/pack?claim=conditions-treated`, { timeout: 45_000 });
	expect([packed.status(), packed.headers()['content-type']]).toEqual([200, 'application/zip']);
	await writeFile(pack, await packed.body());
	const file = join(folder, 'more.csv');
	await writeFile(file, ['patient_id,condition,session_number,pain_before', ...Array.from({ length: 200 }, (_, index) => `MORE${index},knee pain,1,5`)].join('\n'));
	expect((await runProgram('import', [file, '--warehouse', ownWarehouse])).code).toBe(0);
	expect(await runProgram('verify', [pack, '--warehouse', ownWarehouse])).toMatchObject({ code: 2, stdout: expect.stringMatching(/its own records: holds exactly[\s\S]*no longer holds:\nthe verdict was supported, is [\s\S]*those of the pack were made up, and these are not/u) });
});

test('what may not be printed is not packed, and says why', async ({ request }) => {
	for (const [search, said] of [['question=recovery&condition=nothing-such', 'nothing-such'], ['claim=nothing-such', 'there is no such claim'], ['question=variation', 'not for print']] as const) {
		const response = await request.get(`/evidence/build/pack?${search}`, { headers: { accept: 'application/json' } });
		expect([response.status(), await response.text()]).toEqual([422, expect.stringContaining(said)]);
	}
});

test('the ledger tells since when a verdict has stood, and what it was before', async ({ page, folder, ownWarehouse, start }) => {
	const { url } = await start(ownWarehouse);
	const imported = async (name: string, payers: readonly string[], count: number) => {
		const file = join(folder, `${name}.csv`);
		await writeFile(file, ['patient_id,condition,session_number,pain_before,payer', ...Array.from({ length: count }, (_, index) => `${name}${index},knee pain,1,5,${payers[index % payers.length] ?? ''}`)].join('\n'));
		expect((await runProgram('import', [file, '--warehouse', ownWarehouse])).code).toBe(0);
	};
	await imported('first', ['insurance', 'self-pay'], 60);
	await page.goto(`${url}/evidence`);
	await expect(page.locator('.past')).toHaveCount(0);
	await imported('second', ['insurance'], 900);
	await page.goto(`${url}/evidence`);
	const claim = page.locator('#often-not-insured');
	await expect(claim.locator('.past')).toContainText('since the last import; before:');
	await expect(claim.locator('.past li')).toHaveCount(2);
	await claim.locator('summary').click();
	await expect(claim.getByRole('region')).toBeVisible();
	await expect(page.locator('.sum').first()).toContainText('The last import changed');
	expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
});
