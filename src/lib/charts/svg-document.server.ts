import { escaped } from './escaped.ts';

/** How an attribute is written, with a space before it; empty where it is not. */
type Writing = (name: string, value: string) => string;

/**
 * A document to draw into: as much of one as Plot and d3 ask for. One that can also be looked through, styled and listened to takes twice the time of a drawing.
 * The `innerHTML` of its elements is what was drawn.
 */
export function svgDocument(writing: Writing): Document {
	const document = new SvgDocument(writing);
	if (!isDocument(document)) throw new Error('a document must make elements');
	return document;
}

function isDocument(value: object): value is Document {
	return 'documentElement' in value && 'createElementNS' in value;
}

class SvgDocument {
	readonly writing: Writing;
	readonly documentElement: SvgPart;

	constructor(writing: Writing) {
		this.writing = writing;
		this.documentElement = this.createElementNS('', 'svg');
	}

	createElementNS(_: string, name: string): SvgPart {
		return new SvgPart(name, this);
	}
}

class SvgPart {
	readonly namespaceURI = 'http://www.w3.org/2000/svg';
	readonly localName: string;
	readonly ownerDocument: SvgDocument;
	readonly style = noStyle;
	readonly attributes = new Map<string, string>();
	parentNode: SvgPart | null = null;
	children: SvgPart[] = [];
	#text = '';

	constructor(localName: string, ownerDocument: SvgDocument) {
		this.localName = localName;
		this.ownerDocument = ownerDocument;
	}

	getAttribute(name: string): string | null {
		return this.attributes.get(name) ?? null;
	}

	hasAttribute(name: string): boolean {
		return this.attributes.has(name);
	}

	setAttribute(name: string, value: unknown): void {
		this.attributes.set(name, String(value));
	}

	removeAttribute(name: string): void {
		this.attributes.delete(name);
	}

	set textContent(text: unknown) {
		this.children = [];
		this.#text = String(text);
	}

	appendChild(part: SvgPart): SvgPart {
		return this.insertBefore(part, null);
	}

	insertBefore(part: SvgPart, next: SvgPart | null): SvgPart {
		const siblings = part.parentNode?.children;
		siblings?.splice(siblings.indexOf(part), 1);
		part.parentNode = this;
		this.children.splice(next === null ? this.children.length : this.children.indexOf(next), 0, part);
		return part;
	}

	get innerHTML(): string {
		let markup = escaped(this.#text);
		for (const child of this.children) markup += child.outerHTML;
		return markup;
	}

	get outerHTML(): string {
		if (this.localName === 'style') return '';
		let tag = this.localName;
		for (const [name, value] of this.attributes) tag += this.ownerDocument.writing(name, value);
		const inner = this.innerHTML;
		return inner === '' ? `<${tag} />` : `<${tag}>${inner}</${this.localName}>`;
	}
}

/** A strict content security policy forbids what would stand here. */
const noStyle = { setProperty: () => undefined, removeProperty: () => undefined } as const;
