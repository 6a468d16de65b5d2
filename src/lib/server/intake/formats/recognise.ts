export type FileFormat = 'delimited' | 'json-lines' | 'json' | 'parquet' | 'workbook';

const readable = '.csv, .tsv, .txt, .json, .ndjson, .jsonl (each also .gz), .xlsx or .parquet';

const signatures = [
	['%PDF', 'is a PDF, not a table: export the records as CSV or XLSX'],
	['\u0089PNG', 'is a picture, not a table: export the records as CSV or XLSX'],
	['GIF8', 'is a picture, not a table: export the records as CSV or XLSX'],
	['\u00ff\u00d8\u00ff', 'is a picture, not a table: export the records as CSV or XLSX'],
	['\u001f\u008b', 'is compressed twice: unpack it once and import what is in it'],
	['7z\u00bc\u00af', 'is a 7-Zip archive: unpack it and import the files in it'],
	['Rar!', 'is a RAR archive: unpack it and import the files in it'],
	['BZh', 'is bzip2-compressed: unpack it and import what is in it'],
	['\u00fd7zXZ', 'is xz-compressed: unpack it and import what is in it'],
	['\u0028\u00b5\u002f\u00fd', 'is zstd-compressed: unpack it and import what is in it'],
	['SQLite format 3', 'is an SQLite database: export the table of visits as CSV'],
	['\0\u0001\0\0Standard', 'is an Access database: export the table of visits as CSV or XLSX'],
	['$FL', 'is an SPSS file: save the data as CSV or XLSX'],
	['<stata_dta>', 'is a Stata file: save the data as CSV (export delimited)'],
	['RDX', 'is an R data file: write the data as CSV (write.csv)'],
	['From ', 'is a mailbox, not a table: save the attachment and import that'],
	['{\\rtf', 'is an RTF document: export the records as CSV or XLSX'],
] as const;

export const compound = '\u00d0\u00cf\u0011\u00e0';

/** What a file is, by its first bytes and its name; throws where nobody could read it as records. */
export function recognise(name: string, start: Buffer): FileFormat {
	const bytes = start.toString('latin1');
	const plainName = name.toLowerCase().replace(/\.gz$/u, '');
	const packed = bytes.startsWith('\u001f\u008b');
	if (packed !== isGzip(name)) throw new Error(`${name}: ${packed ? 'is gzip-compressed: let its name end in .gz' : 'ends in .gz and is not gzip-compressed'}`);
	if (packed && /\.(xlsx|parquet)$/u.test(plainName)) throw new Error(`${name}: is compressed twice: unpack it once and import what is in it`);
	if (packed) return textFormat(name, plainName);
	if (bytes.startsWith('PAR1')) return 'parquet';
	if (bytes.startsWith('PK\u0003\u0004') || bytes.startsWith('PK\u0005\u0006')) return 'workbook';
	if (bytes.startsWith(compound)) return 'workbook';
	refuseForeign(name, start);
	if (plainName.endsWith('.xlsx')) throw new Error(`${name}: ends in .xlsx and is no Excel workbook: open it in Excel and save it again`);
	if (plainName.endsWith('.parquet')) throw new Error(`${name}: ends in .parquet and is no Parquet file: export it again`);
	const format = textFormat(name, plainName);
	refuseOther(name, format, start);
	return format;
}

/** Throws where a text under this name is something else: a web page, JSON, a picture. */
export function refuseOther(name: string, format: FileFormat, start: Buffer): void {
	refuseForeign(name, start);
	const text = textOf(start);
	if (format === 'delimited' && /^(\{|\[\s*(\{|\]|$))/u.test(text)) throw new Error(`${name}: is JSON, not a delimited table: let its name end in .json, or in .ndjson if each line is one record`);
	if (format !== 'delimited' && text !== '' && !text.includes('{') && !text.startsWith('[')) throw new Error(`${name}: is not JSON, as its name says: let its name end in .csv if it is a table`);
}

/** Throws where bytes are of a program or document that is no table, whatever their name. */
function refuseForeign(name: string, start: Buffer): void {
	const bytes = start.toString('latin1');
	const known = signatures.find(([signature]) => bytes.startsWith(signature));
	if (known !== undefined) throw new Error(`${name}: ${known[1]}`);
	if (textOf(start).startsWith('<')) throw new Error(`${name}: is a web page or XML, not a table: a download that asked for a login looks like this; export it again`);
}

/** Without the marks of an encoding. */
function textOf(start: Buffer): string {
	return start.toString('latin1').replaceAll('\0', '').replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*/u, '');
}

export function isGzip(name: string): boolean {
	return name.toLowerCase().endsWith('.gz');
}

function textFormat(name: string, plainName: string): FileFormat {
	if (/\.(csv|tsv|txt)$/u.test(plainName)) return 'delimited';
	if (/\.(ndjson|jsonl)$/u.test(plainName)) return 'json-lines';
	if (plainName.endsWith('.json')) return 'json';
	throw new Error(`${name}: is none of ${readable}`);
}
