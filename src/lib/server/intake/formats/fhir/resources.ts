import type { TextSource } from '../../source.ts';
import { listElements } from '../json/list-elements.ts';
import { isObject, parsedObject } from '../parsed-object.ts';
import { textLines } from '../text-lines.ts';
import { textParts } from '../text-parts.ts';

/** A resource of an export: where it lies, its type, its id, and the name under which others may refer to it. */
export type Resource = Readonly<{ place: string; type: string; key: string | undefined; alias: string | undefined; resource: unknown }>;

/** What stands where a resource should, and is none. */
export type NoResource = Readonly<{ place: string; type: undefined }>;

/** The resources of a file: one a line, or those of a Bundle, or those of a list; and each thing that is no resource. */
export async function* resources(text: TextSource): AsyncGenerator<Resource | NoResource> {
	if (text.format === 'json-lines') {
		for await (const { line, text: json } of textLines(textParts(text.path))) yield* withinBundle(parsedObject(json), `${text.name}:${line}`);
		return;
	}
	let any = false;
	for await (const { list, line, text: json } of listElements(textParts(text.path))) {
		if (list !== 'entry' && list !== '') continue;
		any = true;
		const parsed = parsedObject(json);
		yield* list === '' ? withinBundle(parsed, `${text.name}:${line}`) : [ofEntry(parsed, `${text.name}:${line}`)];
	}
	if (!any) yield* withinBundle(await wholeObject(text.path), `${text.name}:1`);
}

function* withinBundle(parsed: unknown, place: string): Generator<Resource | NoResource> {
	const entries = isObject(parsed) && parsed['resourceType'] === 'Bundle' ? (parsed['entry'] ?? []) : undefined;
	if (!Array.isArray(entries)) yield identify(parsed, undefined, place);
	else for (const each of entries) yield ofEntry(each, place);
}

function ofEntry(parsed: unknown, place: string): Resource | NoResource {
	return isObject(parsed) ? identify(parsed['resource'], textOf(parsed['fullUrl']), place) : { place, type: undefined };
}

function identify(resource: unknown, fullUrl: string | undefined, place: string): Resource | NoResource {
	const type = isObject(resource) ? textOf(resource['resourceType']) : undefined;
	if (!isObject(resource) || type === undefined) return { place, type: undefined };
	const alias = fullUrl?.split(/[/:]/u).at(-1);
	return { place, type, key: textOf(resource['id']) ?? alias, alias, resource };
}

function textOf(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

const most = 16 * 1024 * 1024;

async function wholeObject(path: string): Promise<unknown> {
	let text = '';
	for await (const part of textParts(path)) {
		text += part;
		if (text.length > most) return undefined;
	}
	return parsedObject(text.replace(/^\ufeff/u, ''));
}
