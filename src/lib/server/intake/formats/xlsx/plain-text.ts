/** A text of a workbook as it was typed: control characters are written as _x000D_ there. */
export function plainText(text: string): string {
	return text.replaceAll(/_x([0-9A-Fa-f]{4})_/gu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
