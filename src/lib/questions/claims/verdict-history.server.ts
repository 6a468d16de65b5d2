import { z } from 'zod';
import { listSnapshots, type Summary } from '#lib/server/warehouse/summary.ts';
import { undoneSnapshots } from '#lib/server/warehouse/undo.ts';
import { keepVerdicts, keptVerdicts, verdictKey } from '#lib/server/warehouse/verdict-files.ts';
import type { Asking } from '../question.ts';
import type { Claim } from './claim.ts';
import { judging } from './judging.server.ts';
import { verdicts, type PastVerdict } from './result.ts';

const number = z.number().nullable();
const reached = z.object({ verdict: z.enum(verdicts), tests: z.array(z.object({ label: z.string(), estimate: number, lower: number, upper: number, n: number })) });

/** What a snapshot's file of verdicts holds, by the key of the claim; null where the snapshot cannot be asked about it. */
const file = z.object({ snapshot: z.string(), publishedAt: z.string(), synthetic: z.boolean(), verdicts: z.record(z.string(), reached.nullable()) });

type Served = Pick<Summary, 'id' | 'publishedAt' | 'synthetic'>;
type Keyed = readonly (readonly [claim: Claim, key: string])[];

/**
 * The verdicts on claims from snapshot to snapshot, oldest first. Those of each snapshot are kept in a file that outlives it. Snapshots whose
 * claims nobody looked at are asked once, as long as they are kept. A claim that is edited, or judged with another minimum cell, starts anew;
 * made-up records say nothing of what was before a clinic's own.
 */
export async function verdictHistory(asking: Asking, claims: readonly Claim[]): Promise<ReadonlyMap<Claim, readonly PastVerdict[]>> {
	const { folder, stamp, minimumCell } = asking;
	const keyed = claims.map((claim) => [claim, verdictKey([claim, minimumCell])] as const);
	const files = new Map((await keptVerdicts(folder, (json) => file.parse(json))).map((each) => [each.snapshot, each]));
	for (const { id, publishedAt, synthetic } of [stamp, ...(await servedBefore(asking))]) {
		const known = files.get(id) ?? { snapshot: id, publishedAt, synthetic, verdicts: {} };
		const missing = keyed.filter(([, key]) => known.verdicts[key] === undefined);
		if (missing.length === 0) continue;
		const whole = { ...known, verdicts: { ...known.verdicts, ...(await reachedOn(id, missing, asking)) } };
		files.set(id, whole);
		const written = await keepVerdicts(folder, id, whole).then(() => true, () => false);
		if (!written) break;
	}
	const upToNow = [...files.values()].filter(({ snapshot, synthetic }) => snapshot <= stamp.id && synthetic === stamp.synthetic).sort((a, b) => (a.snapshot < b.snapshot ? -1 : 1));
	return new Map(keyed.map(([claim, key]) => [claim, upToNow.flatMap(({ snapshot, publishedAt, verdicts: { [key]: found } }) => (found ? [{ snapshot, publishedAt, ...found }] : []))]));
}

async function servedBefore({ folder, stamp }: Asking): Promise<Served[]> {
	const undone = new Set(await undoneSnapshots(folder));
	return (await listSnapshots(folder)).filter(({ id, synthetic }) => id < stamp.id && synthetic === stamp.synthetic && !undone.has(id));
}

async function reachedOn(snapshot: string, keyed: Keyed, asking: Asking): Promise<Record<string, z.infer<typeof reached> | null>> {
	const judge = judging({ ...asking, tableOf: (question, filters) => asking.tableOf(question, filters, snapshot) });
	const found: Record<string, z.infer<typeof reached> | null> = {};
	for (const [claim, key] of keyed) found[key] = await judge(claim).then((judged) => reached.parse(judged), () => null);
	return found;
}
