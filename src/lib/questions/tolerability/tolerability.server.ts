import { z } from 'zod';
import { oneRow, rows, run } from '#lib/server/warehouse/database.ts';
import type { Asking, Question } from '../question.ts';
import contrastsSql from './contrasts.sql?raw';
import createBunchSql from './create-bunch.sql?raw';
import createRoamingSql from './create-roaming.sql?raw';
import createSpotSql from './create-spot.sql?raw';
import eventsSql from './events.sql?raw';
import { method } from './method.ts';
import overSql from './over.sql?raw';
import { protect } from './protect.server.ts';
import { kindWords, nothingHappened } from './published.ts';
import type { TolerabilityResult } from './result.ts';
import spreadsSql from './spreads.sql?raw';
import { table } from './table.ts';
import totalsSql from './totals.sql?raw';

const outcome = z.enum(['soreness_peak', 'soreness_hours', 'insertion_pain']);
const part = z.enum(['all', 'region', 'protocol']);
const totalsRow = z.object({ sessions: z.number(), patients: z.number(), recorded: z.number(), recordedPatients: z.number(), unrecordedPatients: z.number() });
const sample = { n: z.number(), patients: z.number(), mean: z.number(), sd: z.number().nullable(), squares: z.number() };
const spreadRow = z.object({ outcome, part, name: z.string(), ...sample, median: z.number(), q1: z.number(), q3: z.number() });
const contrastRow = z.object({
	outcome,
	part,
	name: z.string(),
	...sample,
	othersN: z.number(),
	othersPatients: z.number(),
	othersMean: z.number(),
	othersSd: z.number().nullable(),
	clusters: z.number(),
});
const counted = { n: z.number(), patients: z.number(), count: z.number(), squares: z.number() };
const overRow = z.object({ part, name: z.string(), hours: z.number(), ...counted, untilPatients: z.number(), afterPatients: z.number() });
const eventRow = z.object({ part: z.enum([...part.options, 'kind']), name: z.string(), ...counted, eventPatients: z.number(), otherPatients: z.number() });

export type RawSpread = z.infer<typeof spreadRow>;
export type RawContrast = z.infer<typeof contrastRow>;
export type RawOver = z.infer<typeof overRow>;
export type RawEvent = z.infer<typeof eventRow>;

/** Sums with the patients behind each, before any is withheld. */
export type RawTolerability = Readonly<{
	totals: z.infer<typeof totalsRow>;
	spreads: readonly RawSpread[];
	contrasts: readonly RawContrast[];
	over: readonly RawOver[];
	events: readonly RawEvent[];
}>;

export const tolerability: Question<RawTolerability, TolerabilityResult> = { title: 'Soreness and adverse events', method, ask, protect, caveats, table };

async function ask({ db, codebook }: Asking): Promise<RawTolerability> {
	const places = new Map(['all', ...[...codebook.bodyRegions, ...codebook.protocols].map(({ id }) => id)].map((name, place) => [name, place]));
	const inOrder = (a: { name: string }, b: { name: string }) => (places.get(a.name) ?? places.size) - (places.get(b.name) ?? places.size);
	for (const sql of [createSpotSql, createRoamingSql, createBunchSql]) await run(db, sql);
	return {
		totals: await oneRow(db, totalsRow, totalsSql),
		spreads: (await rows(db, spreadRow, spreadsSql)).sort(inOrder),
		contrasts: (await rows(db, contrastRow, contrastsSql)).sort(inOrder),
		over: (await rows(db, overRow, overSql)).sort(inOrder),
		events: (await rows(db, eventRow, eventsSql, { words: JSON.stringify(kindWords), none: nothingHappened })).sort(inOrder),
	};
}

function caveats({ sessions, events }: TolerabilityResult, { minimumCell }: Asking): string[] {
	const unsaid = sessions !== null && events.recorded !== null && events.recorded < sessions;
	return [
		'Soreness and pain are known only of the visits that say; patients who were not asked, or did not come back to say, may differ.',
		'Differences between regions and protocols compare unlike patients and say nothing of causes.',
		'“interval” takes visits as independent; “robust” allows for visits of one patient being alike, and is the one to quote where they differ.',
		'Each region and protocol is compared with all others: of twenty such comparisons one is expected to leave out 0 by chance alone.',
		...(unsaid ? [`${sessions - events.recorded} visits say nothing of adverse events and count as having had none: rates are too low if events happened there.`] : []),
		'Records do not say how grave an event was; published rates come from surveys that defined events in their own way.',
		`Numbers that rest on fewer than ${minimumCell} patients, and those from which they could be derived, are withheld.`,
	];
}
