/** Characters that nobody sees: of no width, or marks of the direction of writing. */
const unseen = '[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+';

/**
 * A text in one of the ways that look the same: composed letters (Unicode NFC), no character that nobody sees, and one plain space where
 * several or unbreakable ones stand. A text with a null character, at which the database's normalisation ends, is left as it is.
 */
export function evenText(text: string): string {
	return text.includes('\0') ? text : text.normalize('NFC').replaceAll(new RegExp(unseen, 'gu'), '').replaceAll(/[ \u00a0]+/gu, ' ');
}

/** The same as an SQL expression of a text. */
export function evenTextSql(text: string): string {
	return `CASE WHEN contains(${text}, chr(0)) THEN ${text} ELSE regexp_replace(regexp_replace(nfc_normalize(${text}), '${unseen}', '', 'g'), '[ \u00a0]+', ' ', 'g') END`;
}
