export const filterNames = ['condition', 'protocol', 'clinic', 'therapist', 'payer', 'sex', 'ageBand', 'chronicity', 'period'] as const;

/** The values of filters that the other filters leave, each with how many episodes it would select; `n` null where withheld. */
export type ChoicesResult = Readonly<{ choices: readonly Readonly<{ filter: (typeof filterNames)[number]; value: string; n: number | null }>[] }>;

/** The same before any is withheld, with the patients that they rest on; `value` null for those of which none is recorded. */
export type RawChoices = readonly Readonly<{ filter: (typeof filterNames)[number]; value: string | null; n: number; patients: number }>[];
