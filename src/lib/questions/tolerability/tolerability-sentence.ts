import { count, decimal, interval, percent, percents } from '#lib/charts/number.ts';
import { boundsOf } from './event-words.ts';
import type { TolerabilityResult } from './result.ts';

/** How long soreness lasts and how many visits record an event, of all visits asked about. */
export function tolerabilitySentence({ spreads, over, events }: TolerabilityResult): string {
	const hours = spreads.find(({ outcome, part }) => outcome === 'soreness_hours' && part === 'all');
	const within = over.find((each) => each.part === 'all' && each.hours === 48)?.share ?? null;
	const event = events.notEstimable === null ? (events.parts.find(({ part }) => part === 'all')?.share ?? null) : null;
	const said = [
		hours === undefined || hours.suppressed || hours.mean === null
			? null
			: `Soreness after a visit lasted ${decimal(hours.mean)} hours on average${hours.robust === null ? '' : ` (95\u00a0% interval ${interval(hours.robust)})`}${within === null ? '' : ` and was over within 48 hours after ${percent(within.estimate)} of visits`}.`,
		event === null ? null : `An adverse event of any kind is recorded for ${percent(event.estimate)} of ${count(event.n)} visits (${percents(boundsOf(event))}).`,
	].filter((sentence) => sentence !== null);
	return said.length === 0 ? 'Too few visits say anything of soreness or adverse events.' : said.join(' ');
}
