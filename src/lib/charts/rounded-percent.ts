import { percent } from './number.ts';

/** In whole per cent, but never as none or all where it is neither. */
export function roundedPercent(share: number): string {
	if (share > 0 && share < 0.005) return 'under 1\u00a0%';
	return share < 1 && share > 0.995 ? 'over 99\u00a0%' : percent(share);
}
