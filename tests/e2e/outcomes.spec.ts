import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './fixtures.ts';
import { root } from './server.ts';

test('after a second import the outcomes say what it changed, on one screen and on one page of paper', async ({ page, folder, ownWarehouse, start }) => {
	test.slow();
	const file = join(folder, 'more.csv');
	const visits = Array.from({ length: 60 }, (_, patient) => [1, 2, 3].map((session) => `synthetic-more-${patient},plantar-fasciitis,${session},${7 - session}`));
	await writeFile(file, ['patient_id,condition,session_number,pain_before', ...visits.flat(), ''].join('\n'));
	await promisify(execFile)('npm', ['run', 'import', '--', file, '--warehouse', ownWarehouse], { cwd: root });
	const { url } = await start(ownWarehouse);

	await page.setViewportSize({ width: 1440, height: 900 });
	await page.goto(url, { waitUntil: 'networkidle' });
	await expect(page.getByText(/Since the snapshot of .*: 180 sessions more, 60 episodes more\./u)).toBeVisible();
	await expect(page.getByText(/Mean change −\d\.\d points \(−\d\.\d before\) and responders \d+\s% of all who started \(\d+\s% before\): no more than chance gives\./u)).toBeVisible();
	const last = await page.locator('main figure').last().boundingBox();
	expect((last?.y ?? Infinity) + (last?.height ?? Infinity)).toBeLessThanOrEqual(900);

	const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
	expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/gu)).toHaveLength(1);

	await page.goto(`${url}/?clinic=harbour`, { waitUntil: 'networkidle' });
	await expect(page.getByText('The results are the same.')).toBeVisible();
});
