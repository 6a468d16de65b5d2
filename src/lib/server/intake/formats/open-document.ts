import { firstLines, type Source, type TextSource } from '../source.ts';
import { listElements } from './json/list-elements.ts';
import { parsedObject } from './parsed-object.ts';
import { textParts } from './text-parts.ts';
import { writeRecords } from './write-records.ts';

/** Reads a JSON document, a list of records or an object that holds one, into JSON lines; a file that holds JSON lines already stays as it is. */
export async function openDocument(text: TextSource, copy: string): Promise<Source> {
	if (await holdsLines(text)) return { ...text, format: 'json-lines' };
	try {
		const count = await writeRecords(records(text), copy);
		if (count === 0) throw new Error('holds no list of records: it must be a list of objects, or an object with one such list');
	} catch (error) {
		throw new Error(`${text.name}: ${error instanceof Error ? error.message : 'cannot be read'}`);
	}
	return { ...text, path: copy, format: 'json-lines', converted: true };
}

/** Whether each line is an object of its own; a single line is one where it holds no list of objects. */
async function holdsLines(text: TextSource): Promise<boolean> {
	const [first = '', second = ''] = (await firstLines(text, 4)).filter((line) => line.trim() !== '');
	const object = parsedObject(first);
	if (object === undefined) return false;
	const lists = Object.values(object).filter((value) => Array.isArray(value) && value.some((each) => typeof each === 'object'));
	return second.trim().startsWith('{') || (second === '' && lists.length === 0);
}

async function* records({ path, name }: TextSource): AsyncGenerator<string> {
	let chosen: string | undefined;
	let before = 0;
	let onLine = 1;
	for await (const { list, line, text } of listElements(textParts(path))) {
		if (list === '' || text.startsWith('{')) chosen ??= list;
		if (list !== chosen && !text.startsWith('{')) continue;
		if (list !== chosen) throw new Error(`holds several lists of records (${chosen ?? ''}, ${list}): keep the one with the visits`);
		onLine = line === before ? onLine + 1 : 1;
		before = line;
		const place = `${name}:${line}${onLine === 1 ? '' : ` record ${onLine}`}`;
		const whole = parsedObject(text) !== undefined;
		yield placed(whole ? text : '{}', { '@place': place, '@refused': whole ? null : 'is not a JSON object' });
	}
}

/** An object's text on one line with more members; the others stay as they are written, since a long number would not survive otherwise. */
function placed(object: string, members: Readonly<Record<string, string | null>>): string {
	const inside = object.slice(1, -1).replaceAll(/[\r\n]+/gu, ' ').trim();
	return `{${inside}${inside === '' ? '' : ','}${JSON.stringify(members).slice(1)}`;
}
