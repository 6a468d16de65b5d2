import { z } from 'zod';
import { isReportingFact, type ReportingFact } from '#lib/evidence/reporting-facts.ts';
import type { Reporting } from '#lib/evidence/reporting-text.ts';
import shipped from '#data/reporting/strobe-record.json' with { type: 'json' };

const word = z.string().min(1);
const fact = z.custom<ReportingFact>((name) => typeof name === 'string' && isReportingFact(name), 'must be something that the records can say');
const item = z.strictObject({ checklist: word, number: word, topic: word, asks: word, facts: z.array(fact), authors: word.optional() });

const schema = z
	.strictObject({ citations: z.record(word, word), items: z.array(item).min(1) })
	.refine(({ citations, items }) => items.every(({ checklist }) => checklist in citations), 'every checklist must be cited')
	.refine(({ items }) => items.every(({ facts, authors }) => facts.length > 0 || authors !== undefined), 'an item that the records say nothing to must tell the authors what to say');

/** The items of the reporting guidelines. */
export const reporting: Reporting = schema.parse(shipped);
