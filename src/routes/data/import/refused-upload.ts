import { count } from '#lib/charts/number.ts';

/** Why files were not taken, in words; `why` is what the address says. */
export function refusedUpload(why: string | null, limits: Readonly<{ bytes: number; files: number }>): string | undefined {
	if (why === 'size') return `these files are larger than ${sizeInWords(limits.bytes)} together: import them with npm run import, or raise NEEDLEPOINT_UPLOAD_LIMIT`;
	if (why === 'count') return `these are more than ${limits.files} files: import them in several goes`;
	if (why === 'none') return 'no file was chosen: choose one or more';
	if (why === 'disk') return 'there is no room left for these files on the disk of the warehouse: make room, then choose them again';
	return why === 'form' ? 'the files did not arrive whole: choose them again' : undefined;
}

export function sizeInWords(bytes: number): string {
	if (bytes >= 1e9) return `${count(bytes / 1e9)} GB`;
	return bytes >= 1e6 ? `${count(bytes / 1e6)} MB` : `${count(bytes / 1e3)} kB`;
}
