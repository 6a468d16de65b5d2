type Range = Readonly<{ minimum: number; maximum: number }>;

/** Where a value of one scale stands on another of the same direction: 23 of 0–100 is 2.3 of 0–10. */
export function onRange(value: number, from: Range, to: Range): number {
	return to.minimum + ((value - from.minimum) * (to.maximum - to.minimum)) / (from.maximum - from.minimum);
}
