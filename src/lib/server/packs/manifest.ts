import { z } from 'zod';
import { verdicts } from '#lib/questions/claims/result.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/u);
const word = z.string().max(400);

/** What a pack says of itself: what was asked, of which records, by which program, and the hash of every file. */
export type Manifest = z.infer<typeof manifest>;

export const manifest = z.strictObject({
	format: z.literal(1),
	version: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/u),
	question: word,
	search: z.string().max(4000),
	figure: word,
	claim: z.strictObject({ id: word, terms: hash, verdict: z.enum(verdicts) }).nullable(),
	audience: z.enum(['internal', 'public']),
	title: z.string().max(2000),
	synthetic: z.boolean(),
	minimumCell: z.number().int().positive(),
	snapshot: z.strictObject({ id: z.ulid(), publishedAt: z.iso.datetime({ offset: true }), fingerprint: word, codebook: hash }),
	numbers: hash,
	files: z.array(z.strictObject({ name: z.string().max(60), bytes: z.number().int().nonnegative(), sha256: hash })).max(60),
});
