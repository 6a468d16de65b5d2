import type { KeyNumber } from './evidence.ts';

/** What one answer says: the typical result with its interval, and the same in numbers. `rest` tells of spread and of who is not in it, where the course of care does not. */
export type Said = Readonly<{ lead: string; keyNumbers: readonly KeyNumber[]; rest?: string }>;
