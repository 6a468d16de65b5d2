import sax, { type QualifiedAttribute, type QualifiedTag, type Tag } from 'sax';

/** What to do where an element begins and ends; names are without their prefix. */
export type Handlers = Readonly<{
	open?: (name: string, attributes: Readonly<Record<string, string>>) => void;
	text?: (text: string) => void;
	close?: (name: string) => void;
}>;

/** Takes the parts of an XML text one after another and calls the handlers, never holding more than a part. */
export function xmlReader(handlers: Handlers): (part: string) => void {
	const xml = sax.parser(true, { position: false });
	xml.onopentag = (tag) => handlers.open?.(local(tag.name), attributesOf(tag));
	xml.ontext = (text) => handlers.text?.(text);
	xml.oncdata = (text) => handlers.text?.(text);
	xml.onclosetag = (name) => handlers.close?.(local(name));
	xml.onerror = () => {
		throw new Error('is damaged: open it in Excel and save it again');
	};
	return (part) => {
		xml.write(part);
	};
}

/** Reads an XML text to its end. */
export async function readXml(parts: AsyncIterable<string>, handlers: Handlers): Promise<void> {
	const read = xmlReader(handlers);
	for await (const part of parts) read(part);
}

function local(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

function attributesOf(tag: Tag | QualifiedTag): Record<string, string> {
	const attributes: Readonly<Record<string, string | QualifiedAttribute>> = tag.attributes;
	return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, typeof value === 'string' ? value : value.value]));
}
