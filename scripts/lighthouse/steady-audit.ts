import type { Audited } from './audit-page.ts';

/** One audit where its performance is `enough`; else the middle one of three, since performance differs from run to run. */
export async function steadyAudit(audit: () => Promise<Audited>, enough: number): Promise<Audited> {
	const first = await audit();
	if (first.scores.performance >= enough) return first;
	const others = [await audit(), await audit()];
	const [, middle = first] = [first, ...others].sort((a, b) => a.scores.performance - b.scores.performance);
	return middle;
}
