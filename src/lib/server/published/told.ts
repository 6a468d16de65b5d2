import type { Trace } from './trace.ts';

/** A figure that was told before, and how to name it to people. */
export type Told = Readonly<{ name: string; trace: Trace }>;
