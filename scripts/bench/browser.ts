import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { z } from 'zod';
import config from '../../playwright.config.ts';
import { latency, type Latency } from './latency.ts';

/** Milliseconds from the start of a visit, with nothing kept by the browser, until what was looked for was `seen`; `bytes` are what came over the wire. */
export type Visit = Readonly<{ firstByte: Latency; seen: Latency; loaded: Latency; bytes: number; requests: number }>;

/** Milliseconds from the tick of a filter until another chart stands in the page: of one never ticked before, of one that was, and of one that had been pointed at for half a second. */
export type FilterChanges = Readonly<{ first: Latency; again: Latency; pointed: Latency }>;

const chart = 'main svg[role=img]';
const inPage = join(import.meta.dirname, 'in-page.js');
const times = z.object({ firstByte: z.number(), seen: z.number(), loaded: z.number() });

/** Visits a page with a browser context of its own each time, and looks when the first of `selector` stands there. */
export async function visited(url: string, selector: string, times: number): Promise<Visit> {
	const browser = await chromium.launch(config.use?.launchOptions);
	try {
		const visits: Awaited<ReturnType<typeof visit>>[] = [];
		for (let turn = 0; turn < times; turn += 1) {
			const page = await (await browser.newContext()).newPage();
			visits.push(await visit(page, url, selector));
			await page.context().close();
		}
		const of = (key: 'firstByte' | 'seen' | 'loaded') => latency(visits.map((each) => each[key]));
		const [{ bytes, requests } = { bytes: 0, requests: 0 }] = visits;
		return { firstByte: of('firstByte'), seen: of('seen'), loaded: of('loaded'), bytes, requests };
	} finally {
		await browser.close();
	}
}

async function visit(page: Page, url: string, sought: string) {
	const wire = { bytes: 0, requests: 0 };
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	session.on('Network.loadingFinished', ({ encodedDataLength }) => {
		wire.bytes += encodedDataLength;
		wire.requests += 1;
	});
	await page.addInitScript({ path: inPage });
	await page.addInitScript(`bench.watch(${JSON.stringify(sought)})`);
	await page.goto(url, { waitUntil: 'networkidle' });
	return { ...times.parse(await page.evaluate('bench.times()')), ...wire };
}

/** Ticks one choice after the other of a filter, each again, and each after it was pointed at. */
export async function filtered(url: string, filter: string): Promise<FilterChanges> {
	const browser = await chromium.launch(config.use?.launchOptions);
	try {
		const page = await browser.newPage();
		await page.addInitScript({ path: inPage });
		await page.goto(url, { waitUntil: 'networkidle' });
		const choices = await page.locator(`input[type=checkbox][name=${filter}]`).count();
		const first: number[] = [];
		const again: number[] = [];
		const pointed: number[] = [];
		for (let choice = 0; choice < choices; choice += 1) {
			first.push(await ticked(page, filter, choice));
			await ticked(page, filter, choice);
			again.push(await ticked(page, filter, choice));
			await ticked(page, filter, choice);
			await page.evaluate(`bench.pointAt(${JSON.stringify(filter)}, ${choice})`);
			await page.waitForTimeout(500);
			pointed.push(await ticked(page, filter, choice));
			await ticked(page, filter, choice);
		}
		return { first: latency(first), again: latency(again), pointed: latency(pointed) };
	} finally {
		await browser.close();
	}
}

async function ticked(page: Page, filter: string, choice: number): Promise<number> {
	return z.number().parse(await page.evaluate(`bench.ticked(${JSON.stringify(chart)}, ${JSON.stringify(filter)}, ${choice})`));
}
