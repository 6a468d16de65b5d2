/** How a REDCap export is written: its delimiter and the names of its columns, of which the first is the record's. */
export type RedcapHeader = Readonly<{ delimiter: string; headers: readonly string[] }>;

const marks = ['redcap_event_name', 'redcap_repeat_instrument'];

/** Recognises the export of a longitudinal REDCap project, or of one with repeating instruments, by the columns it alone has. */
export function redcapHeader(first: string): RedcapHeader | undefined {
	const delimiter = [',', ';', '\t', '|', '^'].find((each) => first.split(each).some((header) => marks.includes(plain(header))));
	return delimiter === undefined ? undefined : { delimiter, headers: first.split(delimiter).map(plain) };
}

function plain(header: string): string {
	return header.trim().replaceAll('"', '');
}
