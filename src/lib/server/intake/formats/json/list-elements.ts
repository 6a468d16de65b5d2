/** An element of a list in a JSON document: the name of the list, the line on which the element begins, and its text. */
export type ListElement = Readonly<{ list: string; line: number; text: string }>;

const most = 16 * 1024 * 1024;
const [lineFeed, quote, comma, openList, backslash, closeList, openObject, closeObject] = [10, 34, 44, 91, 92, 93, 123, 125];

/**
 * The elements of the lists of a JSON document, one after another: those of the document, where it is a list, and those of every
 * list that its object holds. Never more than one element is held. What an element's text means is for the caller to see.
 */
export async function* listElements(parts: AsyncIterable<string>): AsyncGenerator<ListElement> {
	const state = { depth: 0, line: 1, quoted: false, escaped: false, base: outside, list: '', begun: 0, text: '', key: '', begins: false };
	let any = false;
	for await (const part of parts) {
		any ||= /[^\s\ufeff]/u.test(part);
		yield* elementsOf(part, state);
	}
	if (!any) throw new Error('is empty');
	if (state.depth > 0 || state.quoted) throw new Error('ends in the middle of a record: fetch it again');
}

const outside = -1;

/** `base` is the depth of the list whose elements are taken, `text` the element so far; outside of a list it is the last quoted text. */
type State = { depth: number; line: number; quoted: boolean; escaped: boolean; base: number; list: string; begun: number; text: string; key: string; begins: boolean };

function* elementsOf(part: string, state: State): Generator<ListElement> {
	let from = 0;
	for (let at = 0; at < part.length; at += 1) {
		const code = part.charCodeAt(at);
		if (code === lineFeed) state.line += 1;
		if (state.quoted) {
			closeQuote(code, state);
			if (!state.quoted && state.base === outside) {
				state.key = (state.text + part.slice(from, at)).slice(1);
				state.text = '';
			}
			continue;
		}
		if (code <= 32 || code === 0xfeff) continue;
		const between = state.base !== outside && state.depth === state.base;
		if (between && (code === comma || code === closeList)) {
			const text = `${state.text}${part.slice(from, at)}`.trim();
			if (text !== '') yield { list: state.list, line: state.begun, text };
			Object.assign(state, { text: '', begins: true });
			from = at + 1;
		} else if (state.begins) {
			Object.assign(state, { begun: state.line, begins: false });
		}
		if (code === quote) {
			state.quoted = true;
			if (state.base === outside) from = at;
		} else if (code === openList || code === openObject) {
			state.depth += 1;
			if (code === openList && state.base === outside && state.depth <= 2) {
				Object.assign(state, { base: state.depth, list: state.depth === 1 ? '' : state.key, text: '', begins: true });
				from = at + 1;
			}
		} else if (code === closeList || code === closeObject) {
			state.depth -= 1;
			if (state.depth < 0) throw new Error(`is not JSON: line ${state.line} closes what was not opened`);
			if (state.depth < state.base) state.base = outside;
		}
	}
	if (state.base !== outside || state.quoted) state.text += part.slice(from);
	if (state.text.length > most) throw new Error(`holds a record of more than 16 MB at line ${state.begun}: it is no list of visits`);
}

function closeQuote(code: number, state: State): void {
	if (state.escaped) state.escaped = false;
	else if (code === backslash) state.escaped = true;
	else if (code === quote) state.quoted = false;
}
