/** What an import does, in this order. */
export const steps = ['reading', 'checking', 'forming episodes', 'counting', 'building', 'publishing'] as const;
