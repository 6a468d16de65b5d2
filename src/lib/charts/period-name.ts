import { monthInWords } from './month-in-words.ts';

/** A month as `Jan 24`, a year as it stands, what is not recorded said so. */
export function periodName(period: string): string {
	return period === 'not-recorded' ? 'not recorded' : (monthInWords(period, 'short') ?? period);
}
