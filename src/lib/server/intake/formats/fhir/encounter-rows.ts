import { z } from 'zod';
import type { CodeIndex } from './code-index.ts';
import { concept, instant, keyOf, optionalText, period, reference } from './elements.ts';
import type { Flattened } from './flat-row.ts';

const encounter = z.object({
	status: optionalText,
	subject: reference.optional(),
	period: period.optional(),
	serviceProvider: reference.optional(),
	reasonCode: z.array(concept).default([]),
	reasonReference: z.array(reference).default([]),
	diagnosis: z.array(z.object({ condition: reference.optional() })).default([]),
});

const without = ['cancelled', 'entered-in-error', 'planned'];

/** A visit as such; one that did not take place is kept to leave out what is said to belong to it. */
export function encounterRows(resource: unknown, { ids }: CodeIndex): Flattened {
	const { status = '', subject, period: time, serviceProvider, reasonCode, reasonReference, diagnosis } = encounter.parse(resource);
	const keys = [...reasonReference, ...diagnosis.map(({ condition }) => condition)].map(keyOf);
	return [
		{
			type: 'Encounter',
			patient: keyOf(subject),
			start: time?.start,
			moment: instant(time?.start),
			clinic: serviceProvider?.display ?? keyOf(serviceProvider),
			reasons: reasonCode.flatMap((each) => ids('conditions', each)),
			reason_keys: keys.filter((key) => key !== undefined),
			gone: without.includes(status),
		},
	];
}
