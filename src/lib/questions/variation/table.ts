import type { Cell, Table } from '../question.ts';
import type { VariationFunnel, VariationResult } from './result.ts';

const columns = [
	...['level', 'unit', 'outcome', 'n', 'observed', 'expected', 'standardised', 'standardised_lower', 'standardised_upper', 'z', 'z_widened', 'beyond'],
	...['shrunken', 'shrunken_lower', 'shrunken_upper', 'status', 'suppressed'],
];

/** A row a clinic or therapist and outcome, in alphabetical order; empty where withheld or of too few episodes. */
export function table({ clinics, therapists }: VariationResult): Table {
	return {
		columns,
		rows: [
			...rows('clinic', 'response', clinics.response),
			...rows('clinic', 'change', clinics.change),
			...rows('therapist', 'response', therapists.response),
			...rows('therapist', 'change', therapists.change),
		],
	};
}

function rows(level: string, outcome: string, { units }: VariationFunnel): Cell[][] {
	return units.map(({ unit, n, status, point }) => [
		...[level, unit, outcome, n, point?.observed ?? null, point?.expected ?? null],
		...[point?.standardised.estimate ?? null, point?.standardised.lower ?? null, point?.standardised.upper ?? null],
		...[point?.z ?? null, point?.zWidened ?? null, point?.beyond ?? null],
		...[point?.shrunken?.estimate ?? null, point?.shrunken?.lower ?? null, point?.shrunken?.upper ?? null],
		...[status, String(status === 'withheld')],
	]);
}
