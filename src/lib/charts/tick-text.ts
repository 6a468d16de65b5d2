import { decimal } from './number.ts';

/** A tick with as many decimals as any of its axis needs. */
export function tickText(value: number, _ = 0, ticks: readonly number[] = [value]): string {
	return decimal(value, Math.max(...ticks.map((tick) => (String(Number(tick.toFixed(6))).split('.')[1] ?? '').length)));
}
