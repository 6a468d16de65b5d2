import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Codebook } from '#lib/codebook/schema.ts';
import { openEngine, type Database } from '../warehouse/database.ts';
import { examineDelimited } from './examine-delimited.ts';
import type { ExaminedFile } from './examine-file.ts';
import { examineFiles } from './examine-files.ts';
import { examineObjects } from './examine-objects.ts';
import { openSources } from './formats/open-sources.ts';
import { doubt } from './identifiers/settle-columns.ts';
import { matchHeaders, type Mapping } from './mapping.ts';
import type { LookedFile } from './looked-file.ts';
import { shippedMappings } from './shipped-mappings.ts';
import type { Source } from './source.ts';

/** So many of the first records are shown. */
const shown = 12;

type Looking = Readonly<{ mapping: Mapping; codebook: Codebook; sheet?: string | undefined; memoryLimit: string }>;

/** What files hold, for a person to say how they are to be read: what was found out of them, and their first records as they stand. */
export async function lookAtFiles(files: readonly string[], looking: Looking): Promise<LookedFile[]> {
	const examined = await examineFiles(files, looking);
	const folder = await mkdtemp(join(tmpdir(), 'needlepoint-'));
	const engine = await openEngine({ memory_limit: looking.memoryLimit, temp_directory: folder });
	const db = await engine.connect();
	try {
		const shipped = await shippedMappings();
		const looked: LookedFile[] = [];
		for (const [number, source] of (await openSources(files, { ...looking, folder })).entries()) {
			const file = examined[number];
			if (file !== undefined) looked.push(await lookAtFile(db, source, file, shipped));
		}
		return looked;
	} finally {
		db.closeSync();
		engine.closeSync();
		await rm(folder, { recursive: true, force: true });
	}
}

async function lookAtFile(db: Database, source: Source, { name, mapping, proposal, identifying, notes, questions }: ExaminedFile, shipped: readonly Mapping[]): Promise<LookedFile> {
	const { headers, records, places } = await (source.format === 'delimited' ? examineDelimited(db, source, mapping, shipped) : examineObjects(db, source, mapping));
	const first = records.slice(0, shown);
	const found = await places(first.map((_, place) => place + 1));
	const { columns } = matchHeaders(headers, mapping);
	return {
		name,
		columns: headers.map((header, place) => proposal?.columns[place] ?? { header, column: columns[place] ?? null, why: columns[place] === undefined ? 'nothing that the import reads' : 'is its name', example: null }),
		values: mapping.values,
		units: mapping.units ?? {},
		scale: mapping.scale ?? {},
		skip: mapping.skip,
		identifying: identifying.filter(({ doubtful }) => doubtful === undefined).map(({ header, identifier, records: count, of, place }) => ({ header, label: identifier.label, records: count, of, place })),
		missing: [...(proposal?.missing ?? [])],
		notes: [...notes, ...identifying.flatMap(doubt)],
		questions: [...questions],
		records: first.map((cells, place) => ({ place: found.get(place + 1) ?? name, cells: [...cells] })),
	};
}
