import type { Table } from '#lib/charts/drawing.ts';
import { count, decimal, list, plain, plural } from '#lib/charts/number.ts';
import type { Bounds } from '../bounds.ts';
import type { VisitShare } from '../visit-share.ts';
import type { Events } from './result.ts';

export const eventTitle = 'Visits with an adverse event, by kind, beside the rates of published surveys';

/** One kind: the share of visits here, and what studies published, in percent. */
export type Kind = Readonly<{ name: string; share: VisitShare | null; published: readonly Readonly<{ study: string; percent: number; below: boolean }>[] }>;

export type Study = Readonly<{ name: string; treatments: number }>;

/** The kinds that records here name or are counted by, in the order of the answer. */
export function kindsOf({ kinds, published }: Events): Kind[] {
	return kinds.map(({ kind, label, share }) => ({ name: sentence(label), share, published: published.filter((each) => each.kind === kind).map(({ study, percent, below }) => ({ study: studyName(study), percent, below })) }));
}

export function studiesOf({ published }: Events): Study[] {
	return [...new Map(published.map(({ study, treatments }) => [study, { name: studyName(study), treatments }])).values()];
}

export function eventLabel(events: Events, synthetic: boolean): string {
	const said = kindsOf(events).map(({ name, share, published }) => `${name} ${share === null ? 'withheld' : `${shareText(share)}`}${published.length === 0 ? '' : `, published ${list(published.map(publishedText))}`}`);
	return `${synthetic ? 'Synthetic data. ' : ''}${eventTitle}, with 95\u00a0% intervals. ${said.join('; ')}.`;
}

export function eventNotes(events: Events): string[] {
	const other = events.published.filter(({ kind }) => !events.kinds.some((each) => each.kind === kind));
	const names = [...new Set(other.map(({ label }) => label))].map((label) => `${label.startsWith('any ') ? `${label} event` : label.toLowerCase()} (${list(other.filter((each) => each.label === label).map(({ study, percent, below }) => publishedText({ study: studyName(study), percent, below })))})`);
	return [
		'Dot and line: the share of all visits whose record names the event, and its 95\u00a0% interval, allowing for visits alike within a patient.',
		`Open marks: rates per treatment in surveys of therapists, ${list(studiesOf(events).map(({ name, treatments }) => `${name} (${plural(treatments, 'treatment')})`))}. They may have counted differently; they are for orientation.`,
		...(names.length === 0 ? [] : [`The surveys also give rates of ${list(names)}, beside which nothing can be set here.`]),
		...(events.withheldKinds === 0 ? [] : [`${plural(events.withheldKinds, 'kind is', 'kinds are')} withheld: too few patients.`]),
	];
}

export function eventTable(events: Events): Table {
	const studies = studiesOf(events);
	return {
		caption: `${eventTitle} (95\u00a0% intervals in brackets)`,
		columns: ['Event', 'Visits', 'Share of visits', ...studies.map(({ name }) => name)],
		rows: kindsOf(events).map(({ name, share, published }) => [
			name,
			share === null ? 'withheld' : `${count(share.count)} of ${count(share.n)}`,
			share === null ? 'withheld' : shareText(share),
			...studies.map((study) => published.filter((each) => each.study === study.name).map(({ percent, below }) => rate(percent, below))[0] ?? '–'),
		]),
	};
}

/** The interval that allows for clustering, or the plain one where there is none. */
export function boundsOf({ robust, interval }: VisitShare): Bounds {
	return robust ?? interval;
}

function shareText(share: VisitShare): string {
	const { lower, upper } = boundsOf(share);
	return `${decimal(share.estimate * 100)}\u00a0% (${decimal(lower * 100)} to ${decimal(upper * 100)})`;
}

function publishedText({ study, percent, below }: Kind['published'][number]): string {
	return `${study} ${rate(percent, below)}`;
}

function rate(percent: number, below: boolean): string {
	return `${below ? 'below ' : ''}${plain(percent)}\u00a0%`;
}

function studyName(id: string): string {
	return sentence(id.replaceAll('-', ' '));
}

function sentence(words: string): string {
	return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
