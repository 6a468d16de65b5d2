export const filterNames = ['condition', 'protocol', 'clinic', 'therapist', 'payer', 'sex', 'ageBand', 'chronicity', 'period'] as const;

/** The values of filters that the other filters leave, each with how many episodes it would select; `n` null where withheld. */
export type ChoicesResult = Readonly<{ choices: readonly Readonly<{ filter: (typeof filterNames)[number]; value: string; n: number | null }>[] }>;
