import type { Audience } from '#lib/questions/audience.ts';
import type { EvidenceSpec } from '#lib/evidence/evidence.ts';

/** What a pack is asked for: a figure with its sentence, or a claim of the ledger. */
export type PackSpec = (EvidenceSpec & Readonly<{ audience: Audience }>) | Readonly<{ claim: string }>;
