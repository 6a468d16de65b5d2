import { moment } from '#lib/charts/moment.ts';
import { count, plural } from '#lib/charts/number.ts';
import type { RecordsResult } from './result.ts';

/** What the published snapshot holds more or less of than the one published before it, as far as that is kept and may be told. */
export function sinceLast(snapshots: RecordsResult['snapshots'], minimumCell: number): string {
	const place = snapshots.findIndex(({ current }) => current);
	const [now, before] = [snapshots[place], snapshots[place + 1]];
	if (now === undefined || before === undefined) return 'This is the only snapshot kept: there is none before it to compare with.';
	if (now.synthetic !== before.synthetic) return `The snapshot before, of ${moment(before.publishedAt)}, held ${before.synthetic ? 'made-up' : 'clinic'} records: the two are not compared.`;
	const [sessions, episodes] = [now.sessions - before.sessions, now.episodes - before.episodes];
	const since = `Since the snapshot of ${moment(before.publishedAt)}`;
	if (sessions === 0 && episodes === 0) return `${since}, no session or episode was added.`;
	return `${since}: ${changed(sessions, 'session', minimumCell)}, ${changed(episodes, 'episode', minimumCell)}.`;
}

function changed(difference: number, one: string, minimumCell: number): string {
	if (difference === 0) return `as many ${one}s as before`;
	const direction = difference > 0 ? 'more' : 'fewer';
	const size = Math.abs(difference);
	return size < minimumCell ? `under ${count(minimumCell)} ${one}s ${direction}` : plural(size, `${one} ${direction}`, `${one}s ${direction}`);
}
