import type { Locator } from '@playwright/test';
import { chartedPages, expect, test } from './fixtures.ts';

const more = ['/conditions/plantar-fasciitis?axis=weeks', '/conditions/plantar-fasciitis?by=protocol', '/conditions/low-back-pain', '/questions/prognosis', '/questions/dose', '/questions/tolerability', '/questions/completeness'];
const saved = ['PNG', 'SVG', 'CSV', 'Excel', 'JSON', 'Copy link', 'How is this computed?'];

/** Figures that count, or compare with what has no better or worse. */
const neitherBetter = /What care cost|records|refused|Visits|recorded|Episodes with a score|How unlike|referred on|R?eferred on|what had become|What had become|^Figure \d+ Sessions per episode/u;
/** Figures of counts, which have no interval. */
const counted = /records|refused|Visits by clinic|Visits without|recorded|How unlike|spread|Sessions per episode/u;

for (const path of [...chartedPages, ...more])
	test(`every figure of ${path} can be read, pointed at, looked up, taken along and checked`, async ({ page }) => {
		test.slow();
		await page.goto(path, { waitUntil: 'networkidle' });
		const figures = await page.locator('main figure:has(svg.plot)').all();
		expect(figures.length).toBeGreaterThan(0);
		const lacking = [];
		for (const figure of figures) lacking.push(...(await lackOf(figure, path)));
		expect(lacking).toEqual([]);
	});

/** What a figure lacks, each after its title. */
async function lackOf(figure: Locator, path: string): Promise<string[]> {
	const title = ((await figure.getByRole('heading').first().textContent()) ?? '').replace(/\s+/gu, ' ').trim();
	const said = await figure.evaluate((element) => element.closest('section')?.textContent ?? '');
	const drawn = (await figure.locator('svg.plot').first().textContent()) ?? '';
	const own = (await figure.textContent()) ?? '';
	const label = (await figure.locator('svg.plot').first().getAttribute('aria-label')) ?? '';
	const table = figure.getByRole('table', { includeHidden: true });
	const checks: Readonly<Record<string, boolean>> = {
		'a name for who does not see it': label.length > 30,
		'words of its own': (await figure.locator('.words').count()) > 0 || (await figure.locator('xpath=preceding-sibling::ul').count()) > 0 || path === '/' || path.includes('by='),
		'a table with numbers': /\d/u.test((await table.first().locator('tbody').textContent()) ?? ''),
		'all files and links': saved.every((each) => own.includes(each)),
		'the day of its records': said.includes('Records as of'),
		'whether its data are synthetic': said.includes('Synthetic data'),
		'which way is better': neitherBetter.test(title) || /(lower|higher) is better|better (last scores )?with|more improvement/u.test(`${drawn} ${label}`),
		'its intervals': counted.test(title) || /interval|limit|quartile/iu.test(`${said} ${label}`),
		'how many it is of': /episode|visit|session|record|course|people|patient|\bn\b/iu.test(`${drawn} ${own}`),
		'the whole scale': !drawn.includes('0–10 points') || (/(^|\D)0(\D|$)/u.test(drawn) && drawn.includes('10')),
		'a way by keyboard': await isReadByKeys(figure),
		'a way by pointer': await isReadByPointer(figure),
	};
	return Object.entries(checks).flatMap(([what, has]) => (has ? [] : [`${title}: ${what}`]));
}

async function isReadByKeys(figure: Locator): Promise<boolean> {
	const slider = visibleSlider(figure);
	if ((await slider.count()) === 0) return false;
	await slider.focus();
	await slider.press('Home');
	const first = (await slider.getAttribute('aria-valuetext')) ?? '';
	await slider.press('Escape');
	return /\d/u.test(first) && !first.startsWith('arrow keys');
}

async function isReadByPointer(figure: Locator): Promise<boolean> {
	const slider = visibleSlider(figure);
	if ((await slider.count()) === 0) return false;
	await slider.scrollIntoViewIfNeeded();
	const box = await slider.boundingBox();
	if (box === null) return false;
	await slider.hover({ position: { x: box.width * 0.3, y: Math.min(box.height * 0.5, 200) } });
	const read = (await slider.getAttribute('aria-valuetext')) ?? '';
	const marked = await slider.locator('svg').count();
	await slider.page().mouse.move(1, 1);
	return !read.startsWith('arrow keys') && marked === 1;
}

function visibleSlider(figure: Locator): Locator {
	return figure.getByRole('slider').locator('visible=true').first();
}
