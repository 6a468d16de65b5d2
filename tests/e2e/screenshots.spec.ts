import { mainPages } from '../../scripts/main-pages.ts';
import { expect, test } from './fixtures.ts';

const looks = [
	{ name: 'light', media: { colorScheme: 'light', media: 'screen' }, viewport: { width: 1440, height: 900 } },
	{ name: 'dark', media: { colorScheme: 'dark', media: 'screen' }, viewport: { width: 1440, height: 900 } },
	{ name: 'phone', media: { colorScheme: 'light', media: 'screen' }, viewport: { width: 390, height: 844 } },
	{ name: 'print', media: { colorScheme: 'light', media: 'print' }, viewport: { width: 726, height: 1054 } },
] as const;

/** Pictures are taken anew only where they changed; see `expect` in playwright.config.ts. */
for (const [name, path] of Object.entries(mainPages)) {
	test(`${path} is pictured for the documentation: light, dark, on a phone, on paper`, async ({ page }) => {
		await page.goto(path, { waitUntil: 'networkidle' });
		for (const { name: look, media, viewport } of looks) {
			await page.emulateMedia(media);
			await page.setViewportSize(viewport);
			await page.evaluate(writeOver);
			await page.evaluate(() => document.querySelector(location.hash || 'body')?.scrollIntoView({ behavior: 'instant' }));
			await expect(page).toHaveScreenshot(`${name}-${look}.png`);
		}
	});
}

/** Moments and ids of snapshots differ from run to run; written over, pictures of equal pages are equal. */
function writeOver(): void {
	const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
		const said = text.nodeValue ?? '';
		const fixed = said.replace(/\b01[0-9A-HJKMNP-TV-Z]{24}\b/gu, '01JGFJJZ00SNAPSH0TSNAPSH0T').replace(/\b\d{1,2} [A-Z][a-z]{2} \d{4}, \d\d:\d\d UTC/gu, '1 Jan 2026, 09:00 UTC');
		if (fixed !== said) text.nodeValue = fixed;
	}
}
