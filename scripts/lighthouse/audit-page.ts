import lighthouse, { desktopConfig } from 'lighthouse';
import { z } from 'zod';

export const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export const devices = ['desktop', 'mobile'] as const;
export type Device = (typeof devices)[number];
export type Audited = Readonly<{ scores: Readonly<Record<(typeof categories)[number], number>>; failed: readonly string[] }>;

/** Where a page was too slow to be judged, Lighthouse gives no score. */
const score = z.object({ score: z.number().nullable() }).transform((each) => Math.round((each.score ?? 0) * 100));
const scores = z.object({ performance: score, accessibility: score, 'best-practices': score, seo: score });

/** Scores of a page, 0 to 100, in the browser that listens on `port`, as Lighthouse simulates the device; and the audits of all but performance that it fails. */
export async function auditPage(url: string, device: Device, port: number): Promise<Audited> {
	const run = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: [...categories] }, device === 'desktop' ? desktopConfig : undefined);
	if (run === undefined) throw new Error(`lighthouse gave no result for ${url}`);
	const { lhr } = run;
	if (lhr.runtimeError !== undefined) throw new Error(`lighthouse could not measure ${url}: ${lhr.runtimeError.message}`);
	const judged = categories.filter((name) => name !== 'performance').flatMap((name) => lhr.categories[name]?.auditRefs ?? []);
	return { scores: scores.parse(lhr.categories), failed: judged.filter(({ id, weight }) => weight > 0 && lhr.audits[id]?.score === 0).map(({ id }) => id) };
}
