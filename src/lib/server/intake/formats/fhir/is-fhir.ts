import { textParts } from '../text-parts.ts';
import type { TextSource } from '../../source.ts';

const looked = 100_000;

/** Whether a JSON file holds FHIR resources: its first record, or the document itself, says of which type it is. */
export async function isFhir({ path, format }: TextSource): Promise<boolean> {
	if (format === 'delimited') return false;
	let start = '';
	for await (const part of textParts(path)) {
		start += part.slice(0, looked);
		if (start.length > looked || (format === 'json-lines' && /\S.*\n/u.test(start))) break;
	}
	const first = format === 'json-lines' ? (/\S.*/u.exec(start)?.[0] ?? '') : start;
	return /"resourceType"\s*:\s*"[A-Z][A-Za-z]+"/u.test(first);
}
