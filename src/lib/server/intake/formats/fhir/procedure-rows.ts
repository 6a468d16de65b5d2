import { z } from 'zod';
import type { CodeIndex } from './code-index.ts';
import { concept, instant, keyOf, optionalText, period, reference, type Concept } from './elements.ts';
import type { Flattened } from './flat-row.ts';
import { sideOf } from './side-of.ts';

const procedure = z.object({
	status: optionalText,
	code: concept.optional(),
	subject: reference.optional(),
	encounter: reference.optional(),
	performedDateTime: optionalText,
	performedPeriod: period.optional(),
	performer: z.array(z.object({ actor: reference.optional() })).default([]),
	bodySite: z.array(concept).default([]),
	reasonCode: z.array(concept).default([]),
	reasonReference: z.array(reference).default([]),
});

const undone = ['entered-in-error', 'not-done', 'preparation'];

/** A treatment by a protocol that the codebook knows. */
export function procedureRows(resource: unknown, index: CodeIndex): Flattened {
	const { status = '', code, subject, encounter, performedDateTime, performedPeriod, performer, bodySite, reasonCode, reasonReference } = procedure.parse(resource);
	if (undone.includes(status)) return status;
	const [entry] = index.ids('protocols', code);
	if (entry === undefined) return 'with no code of the codebook';
	const start = performedDateTime ?? performedPeriod?.start;
	const therapist = performer.map(({ actor }) => actor).find((actor) => /Practitioner/u.test(actor?.reference ?? ''));
	return [
		{
			type: 'Procedure',
			patient: keyOf(subject),
			encounter: keyOf(encounter),
			start,
			moment: instant(start),
			entry,
			region: regionOf(bodySite, index),
			side: sideOf(bodySite, index),
			therapist: keyOf(therapist),
			reasons: reasonCode.flatMap((each) => index.ids('conditions', each)),
			reason_keys: reasonReference.map(keyOf).filter((key) => key !== undefined),
		},
	];
}

/** The region that body sites name, without the side; undefined where they name several. */
function regionOf(sites: readonly Concept[], { ids, idOf }: CodeIndex): string | undefined {
	const texts = sites.flatMap(({ text, coding = [] }) => [text, ...coding.map(({ display }) => display)]);
	const worded = texts.map((text) => idOf('bodyRegions', text?.split(/\s+/u).slice(1).join(' ')));
	const found = [...new Set([...sites.flatMap((site) => ids('bodyRegions', site)), ...worded.filter((id) => id !== undefined)])];
	return found.length === 1 ? found[0] : undefined;
}
