import type { Codebook } from '#lib/codebook/schema.ts';
import type { TextSource } from '../../source.ts';
import type { Flattened, FlatRow } from './flat-row.ts';
import type { Tally } from './resource-tally.ts';
import { resourceFlattener } from './resource-flattener.ts';
import { resources } from './resources.ts';

export type PlacedRow = FlatRow & Readonly<{ key: string | undefined; alias: string | undefined; place: string }>;

/** The flat rows of the resources of an export's files, one after another; what is left out goes to the tally. */
export async function* flatRows(files: readonly TextSource[], codebook: Codebook, tally: Tally): AsyncGenerator<PlacedRow> {
	const flatten = resourceFlattener(codebook);
	for (const file of files) {
		for await (const found of resources(file)) {
			if (found.type === undefined) {
				tally.leaveUnknown(found.place);
				continue;
			}
			const { type, resource, ...place } = found;
			tally.read(type);
			const flat = wellFormed(() => flatten(type, resource));
			if (typeof flat === 'string') tally.leave(type, flat);
			else for (const row of flat) yield { ...row, ...place, refused: row.refused === undefined ? undefined : `${type} ${row.refused}` };
		}
	}
}

function wellFormed(flatten: () => Flattened): Flattened {
	try {
		return flatten();
	} catch {
		return 'not in the form of FHIR R4';
	}
}
