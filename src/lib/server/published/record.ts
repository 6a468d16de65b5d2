import { z } from 'zod';
import { trace } from './trace.ts';

const cell = z.union([z.string(), z.number(), z.null()]);
const texts = z.array(z.string());
const id = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{26}$/u);

const evidence = z.object({
	spec: z.object({ question: z.string(), search: z.string(), figure: z.string() }),
	audience: z.literal('public'),
	snapshot: z.object({ id: z.string(), publishedAt: z.string(), synthetic: z.boolean(), sessions: z.number(), episodes: z.number() }),
	title: z.string(),
	subtitle: z.string(),
	design: z.enum(['uncontrolled', 'compared', 'randomised']),
	sentence: z.string(),
	keyNumbers: z.array(z.object({ label: z.string(), text: z.string() })),
	numbers: z.object({ columns: texts, rows: z.array(z.array(cell)) }),
	svg: z.string(),
	card: z.string(),
	drawing: z.string(),
	alt: z.string(),
	notes: texts,
	fine: texts,
	method: z.object({ text: texts, formula: texts, citations: texts, sql: texts, minimumCell: z.number() }),
	caveats: texts,
});

/** A published figure as its file holds it. What is withdrawn keeps its trace, since it has been seen; `follows` is the figure that this one brings up to date. */
export type PublishedRecord = z.infer<typeof publishedRecord>;

export const publishedRecord = z.object({ id, publishedAt: z.string(), withdrawnAt: z.string().nullable(), follows: id.nullable(), name: z.string(), evidence: evidence.nullable(), trace });
