/** The questions whose answers tell of patients what may be printed, in the order in which they are offered. */
export const tellable = ['recovery', 'response', 'departure', 'prognosis', 'comparison', 'dose', 'trend', 'tolerability', 'cost'] as const;

export type Tellable = (typeof tellable)[number];

export function isTellable(question: string): question is Tellable {
	return tellable.some((each) => each === question);
}
