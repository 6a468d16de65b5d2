import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { firstLines, openStored, openText, type Source, type TextSource } from '../source.ts';
import { isFhir } from './fhir/is-fhir.ts';
import { lookAt, type Look } from './look-at.ts';
import { openDocument } from './open-document.ts';
import { openExport } from './open-export.ts';
import { openRedcap } from './open-redcap.ts';
import { openWorkbook } from './open-workbook.ts';
import { redcapHeader } from './redcap/redcap-header.ts';
import type { Workspace } from './workspace.ts';

/**
 * Makes the files of an import readable: tables as they are, workbooks and documents as JSON lines. The FHIR files among them, or
 * in a folder among them, are one export and become one source.
 */
export async function openSources(files: readonly string[], workspace: Workspace): Promise<Source[]> {
	const sources: Source[] = [];
	const fhir: TextSource[] = [];
	const others: string[] = [];
	const given = await Promise.all(files.map(filesOf));
	for (const [number, { file, folder }] of given.flat().entries()) {
		const opened = await openOne(await lookAt(file), join(workspace.folder, `plain-${number}`), workspace, folder !== undefined);
		if (opened.fhir !== undefined) fhir.push(opened.fhir);
		else if (opened.source !== undefined) sources.push(opened.source);
		else others.push(`${folder ?? ''}: ${basename(file)} holds no FHIR resources and was not read`);
	}
	if (fhir.length > 0) return [...sources, await openExport(fhir, exportName(given, fhir), others, workspace)];
	const [folder] = given.flat().flatMap((each) => each.folder ?? []);
	if (folder !== undefined) throw new Error(`${folder}: is a folder: name the files in it`);
	return sources;
}

type Given = Readonly<{ file: string; folder: string | undefined }>;

type Opened = Readonly<{ source?: Source; fhir?: TextSource }>;

/** A file, or those of a folder: a FHIR export is given as one. */
async function filesOf(file: string): Promise<Given[]> {
	const path = resolve(file);
	const folder = await stat(path).then((found) => found.isDirectory(), () => false);
	if (!folder) return [{ file, folder: undefined }];
	const names = (await readdir(path)).filter((name) => /\.(json|ndjson|jsonl)(\.gz)?$/iu.test(name)).sort();
	if (names.length === 0) throw new Error(`${basename(path)}: is a folder: name the files in it`);
	return names.map((name) => ({ file: join(path, name), folder: basename(path) }));
}

/** Of a folder's files, only FHIR is taken. */
async function openOne(look: Look, copy: string, workspace: Workspace, fhirAlone: boolean): Promise<Opened> {
	if (look.format === 'parquet') return { source: await openStored(look) };
	if (look.format === 'workbook') return { source: await openWorkbook(look, copy, workspace) };
	const text = await openText({ ...look, format: look.format }, copy);
	if (await isFhir(text)) return { fhir: text };
	if (fhirAlone) return {};
	if (text.format === 'json') return { source: await openDocument(text, `${copy}-records`) };
	const header = text.format === 'delimited' ? redcapHeader((await firstLines(text, 1))[0] ?? '') : undefined;
	if (header !== undefined) return { source: await openRedcap(text, header, `${copy}-records`, workspace) };
	return { source: { ...text, format: text.format } };
}

function exportName(given: readonly (readonly Given[])[], fhir: readonly TextSource[]): string {
	const folders = new Set(given.flat().map(({ folder }) => folder));
	const [folder] = folders;
	if (folders.size === 1 && folder !== undefined) return folder;
	return `${fhir[0]?.name ?? ''}${fhir.length > 1 ? ` and ${fhir.length - 1} more` : ''}`;
}
