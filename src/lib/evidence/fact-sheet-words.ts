import { moment } from '#lib/charts/moment.ts';
import { syntheticWarning } from '#lib/charts/synthetic-warning.ts';
import type { Evidence } from './evidence.ts';

const designs = {
	uncontrolled: 'Uncontrolled records: what patients reported, without a comparison group.',
	compared: 'Observational comparison: groups made alike in what is recorded, not by lot.',
	randomised: 'Comparison of groups made by lot.',
} as const;

/** What kind of evidence it is, in a sentence. */
export function designWords({ design }: Pick<Evidence, 'design'>): string {
	return designs[design];
}

/** How the evidence is to be cited: what, whose records, and which state of them. */
export function citationWords({ title, subtitle, snapshot }: Pick<Evidence, 'title' | 'subtitle' | 'snapshot'>): string {
	return `Needlepoint. ${title}. ${subtitle}. Snapshot ${snapshot.id}, ${moment(snapshot.publishedAt)}${snapshot.synthetic ? ' (synthetic data)' : ''}.`;
}

/** The words of a fact sheet in the order in which they are read; `care` is set as far as there is room. */
export function factSheetWords(evidence: Evidence) {
	const { title, subtitle, sentence, keyNumbers, notes, fine, caveats, snapshot, method } = evidence;
	return {
		warning: snapshot.synthetic ? syntheticWarning : null,
		title,
		subtitle,
		sentence,
		keyNumbers,
		care: [
			{ head: 'Who, when and how', lines: [designWords(evidence), ...fine] },
			{ head: 'Beware', lines: snapshot.synthetic ? caveats.slice(1) : caveats },
			{ head: 'How to read the figure', lines: notes },
			{ head: 'Methods cited', lines: method.citations },
		],
		source: `Cite as: ${citationWords(evidence)}`,
	};
}
