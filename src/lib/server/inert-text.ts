/** A text that a spreadsheet takes for one: what it would run as a formula gets a leading apostrophe. */
export function inertText(text: string): string {
	return /^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
}
