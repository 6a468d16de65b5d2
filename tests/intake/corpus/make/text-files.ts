const header = 'patient_id,condition,session_number,pain_before,clinic';
const table = [header, 'Zq1,knee pain,1,7,Zürich', 'Zq1,knee pain,2,5,Zürich'];
const rows = ['patient_id,condition,session_number,pain_before', 'Zq1,knee pain,1,7', 'Zq1,knee pain,2,5', 'Zq1,knee pain,3,11'];
const unix = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

/** Texts whose bytes an editor would change when it saves them. */
export const textFiles: Readonly<Record<string, string | Buffer>> = {
	'encodings/utf8-bom.csv': `\ufeff${unix(table)}`,
	'encodings/two-boms.csv': `\ufeff\ufeff${unix(table)}`,
	'encodings/utf16le-bom.csv': Buffer.from(`\ufeff${unix(table)}`, 'utf16le'),
	'encodings/utf16be-bom.csv': utf16be(`\ufeff${unix(table)}`),
	'encodings/utf16le.csv': Buffer.from(unix(table), 'utf16le'),
	'encodings/utf16be.csv': utf16be(unix(table)),
	'encodings/utf16le-odd-byte.csv': Buffer.concat([Buffer.from(`\ufeff${unix(table)}`, 'utf16le'), Buffer.from('x')]),
	'encodings/utf32le.csv': Buffer.concat([...unix(table)].map((letter) => Buffer.from([letter.codePointAt(0) ?? 0, 0, 0, 0]))),
	'encodings/windows-1252.csv': Buffer.from(unix(table), 'latin1'),
	'encodings/one-line-not-utf8.csv': Buffer.concat([Buffer.from(unix(table)), Buffer.from('Zq1,knee pain,3,4,Zürich\n', 'latin1')]),
	'encodings/utf8-read-as-latin1.csv': Buffer.from(Buffer.from(unix(table)).toString('latin1')),
	'encodings/overlong.csv': Buffer.concat([Buffer.from(unix(table)), Buffer.from('Zq1,knee pain,3,4,'), Buffer.from([0xc0, 0xaf]), Buffer.from('\n')]),
	'encodings/surrogate.csv': Buffer.concat([Buffer.from(unix(table)), Buffer.from('Zq1,knee pain,3,4,'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('\n')]),
	'encodings/nul-in-value.csv': `${unix(table)}Zq1,knee pain,3,4,Nor\0th\n`,
	'encodings/nul-padding.csv': Buffer.concat([Buffer.from(unix(table)), Buffer.alloc(512)]),
	'encodings/control-z.csv': `${unix(table)}\u001a`,
	'encodings/control-characters.csv': unix([header, 'Zq1,knee pain,1,7,Nor\u0007th', 'Zq1,knee pain,2,5,North']),
	'line-ends/cr.csv': rows.join('\r'),
	'line-ends/crlf.csv': `${rows.join('\r\n')}\r\n`,
	'line-ends/mixed.csv': `${rows[0]}\r\n${rows[1]}\n${rows[2]}\r${rows[3]}`,
	'line-ends/none-at-the-end.csv': rows.join('\n'),
	'line-ends/doubled-cr.csv': `${rows.join('\r\r\n')}\r\r\n`,
	'line-ends/unicode-separator.csv': unix([header, 'Zq1,knee pain,1,7,Nor\u2028th', 'Zq1,knee pain,2,5,Nor\u0085th']),
	'ids/one-patient-in-many-spellings.csv': unix([rows[0] ?? '', ...['Zq\u00e9', 'Zqe\u0301', 'Zq\u200b\u00e9', '\u00a0Zq\u00e9\u00a0', ' Zq\u00e9\t', '\ufeffZq\u00e9', 'Zq\u202e\u00e9'].map((id) => `${id},knee pain,1,7`)]),
	'ids/patients-that-look-alike.csv': unix([rows[0] ?? '', ...['ZqA1', 'Zq\u04101', 'zqa1', 'Zq A1', 'Zq\u{1f600}', "Zq'; DROP TABLE visits; --"].map((id) => `${id},knee pain,1,7`)]),
	'wrong-content/picture.csv': Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'),
	'wrong-content/pdf.csv': Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n', 'latin1'),
	'wrong-content/noise.csv': Buffer.from(Array.from({ length: 4000 }, (_, place) => (place * 7919 + (place >> 3) * 104_729) % 256)),
	'encodings/parts-with-marks.csv': `\ufeff${unix(table)}\ufeff${unix([header, 'Zq1,knee pain,3,4,Zürich'])}`,
	'encodings/right-to-left-marks.csv': unix([header.split(',').map((name) => `\u200f${name}\u200e`).join(','), '\u200fZq1\u200e,knee pain,1,7,North', 'Zq1,knee pain,2,\u200e5\u200e,North']),
	'numbers/spaces-that-part-thousands.csv': unix(['patient_id;condition;session_number;pain_before;cost', 'Zq1;knee pain;1;7,5;1\u00a0250,50', 'Zq1;knee pain;2;6,5;1\u202f250,50', 'Zq1;knee pain;3;5,5;1 250,50']),
	'wrong-content/database.csv': 'SQLite format 3\0\u0010\0\u0001\u0001',
	'wrong-content/access.txt': '\0\u0001\0\0Standard ACE DB\0',
	'wrong-content/spss.sav': '$FL2@(#) IBM SPSS STATISTICS 64-bit',
	'wrong-content/stata.csv': '<stata_dta><header><release>118</release>',
	'wrong-content/r-data.csv': 'RDX3\nX\n\0\0\0\u0003',
	'wrong-content/blanks.csv': '\ufeff \r\n\t\r\n',
};
