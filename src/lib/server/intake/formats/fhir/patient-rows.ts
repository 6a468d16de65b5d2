import { z } from 'zod';
import { optionalText } from './elements.ts';
import type { Flattened } from './flat-row.ts';

const patient = z.object({ gender: optionalText, birthDate: optionalText });

/** Sex and year of birth; nothing else of a Patient is read. */
export function patientRows(resource: unknown): Flattened {
	const { gender, birthDate } = patient.parse(resource);
	const year = Number(birthDate?.slice(0, 4));
	return [{ type: 'Patient', sex: gender, birth_year: Number.isInteger(year) && year > 1800 ? year : undefined }];
}
