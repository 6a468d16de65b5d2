import { z } from 'zod';
import type { Measure } from '#lib/codebook/schema.ts';
import type { CodeIndex } from './code-index.ts';
import { instant, keyOf, optionalText, reference } from './elements.ts';
import type { Flattened } from './flat-row.ts';
import { scoreOf } from './score-of.ts';

const item = z.object({ linkId: optionalText, answer: z.array(z.unknown()).default([]), item: z.array(z.unknown()).default([]) });

const response = z.object({
	status: optionalText,
	subject: reference.optional(),
	encounter: reference.optional(),
	authored: optionalText,
	item: z.array(z.unknown()).default([]),
});

const nested = z.object({ item: z.array(z.unknown()).default([]) });
const unfinished = ['entered-in-error', 'in-progress', 'stopped'];

/** The scores among the answers to a questionnaire: items whose link id the codebook knows as a measure or its code. */
export function responseRows(resource: unknown, { idOf }: CodeIndex, measures: ReadonlyMap<string, Measure>): Flattened {
	const { status = '', subject, encounter, authored, item: items } = response.parse(resource);
	if (unfinished.includes(status)) return status;
	const scores = items.flatMap(answered).flatMap(({ linkId, answer: [answer] }) => {
		const measure = measures.get(idOf('measures', linkId?.replace(/^\//u, '')) ?? '');
		const score = measure === undefined || answer === undefined ? undefined : scoreOf(answer, measure);
		return measure === undefined || score === undefined ? [] : [{ measure, score }];
	});
	if (scores.length === 0) return 'with no score of the codebook';
	const visit = { patient: keyOf(subject), encounter: keyOf(encounter), start: authored, moment: instant(authored) };
	return scores.map(({ measure, score }) => ({ type: 'Score', ...visit, entry: measure.id, before: measure.columns.includes('pain_before'), ...score }));
}

function answered(value: unknown): z.infer<typeof item>[] {
	const read = item.safeParse(value);
	if (!read.success) return [];
	const below = [...read.data.item, ...read.data.answer.flatMap((answer) => nested.safeParse(answer).data?.item ?? [])];
	return [read.data, ...below.flatMap(answered)];
}
