import { z } from 'zod';
import type { CodeIndex } from './code-index.ts';
import { concept, keyOf, optionalText, period, reference } from './elements.ts';
import type { Flattened } from './flat-row.ts';
import { sideOf } from './side-of.ts';

const condition = z.object({
	verificationStatus: concept.optional(),
	code: concept.optional(),
	bodySite: z.array(concept).default([]),
	subject: reference.optional(),
	onsetDateTime: optionalText,
	onsetPeriod: period.optional(),
	recordedDate: optionalText,
	abatementDateTime: optionalText,
	abatementPeriod: period.optional(),
});

const untrue = ['entered-in-error', 'refuted'];

/** What a patient is treated for, where the codebook knows it. */
export function conditionRows(resource: unknown, index: CodeIndex): Flattened {
	const { verificationStatus, code, bodySite, subject, onsetDateTime, onsetPeriod, recordedDate, abatementDateTime, abatementPeriod } = condition.parse(resource);
	const status = verificationStatus?.coding?.map((each) => each.code).find((each) => each !== undefined && untrue.includes(each));
	if (status !== undefined) return status;
	const [entry] = index.ids('conditions', code);
	if (entry === undefined) return 'with no code of the codebook';
	return [
		{
			type: 'Condition',
			patient: keyOf(subject),
			entry,
			side: sideOf(bodySite, index),
			start: onsetDateTime ?? onsetPeriod?.start ?? recordedDate,
			end: abatementDateTime ?? abatementPeriod?.end,
		},
	];
}
