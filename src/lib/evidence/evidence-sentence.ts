import type { SnapshotStamp } from '#lib/questions/answer.ts';
import type { Design } from './evidence.ts';

type Parts = Readonly<{ whom: string; lead: string; rest: string; design: Design; period: string; snapshot: SnapshotStamp }>;

/** The sentence that may be printed: what was reported, how it spread, who is not in it, of when, from which records; made-up records say so first. */
export function evidenceSentence({ whom, lead, rest, design, period, snapshot }: Parts): string {
	const label = snapshot.synthetic ? ['Synthetic data, not of any patient.'] : [];
	const group = design === 'uncontrolled' ? 'There was no comparison group; episodes' : 'Episodes';
	const source = `${group} begun ${period}, records of ${day.format(new Date(snapshot.publishedAt))}, snapshot ${snapshot.id}.`;
	return [...label, `${whom}: ${uncapitalised(lead)}`, rest, source].join(' ');
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** After a colon; abbreviations keep their capitals. */
function uncapitalised(sentence: string): string {
	return /^[A-Z][a-z ]/u.test(sentence) ? `${sentence.slice(0, 1).toLowerCase()}${sentence.slice(1)}` : sentence;
}
