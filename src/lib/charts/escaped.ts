/** A text as it stands inside markup or a quoted attribute. */
export function escaped(text: string): string {
	return unsafe.test(text) ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;') : text;
}

const unsafe = /[&<>"]/u;
