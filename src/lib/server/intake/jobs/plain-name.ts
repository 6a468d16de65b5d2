/**
 * The name under which a file that was sent is kept and reported: the last part of its own, of letters, digits, spaces, hyphens,
 * underscores and single dots alone, so that it can lead nowhere.
 */
export function plainName(name: string): string {
	const last = name.normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
	const plain = last
		.replaceAll(/[^\p{L}\p{N} ._-]/gu, '_')
		.replaceAll(/\.{2,}/gu, '.')
		.replace(/^[ .-]+/u, '')
		.replace(/[ .]+$/u, '');
	return plain === '' ? 'file' : shortened(plain);
}

/** File systems take 255 bytes; the endings tell formats. */
function shortened(name: string): string {
	if (name.length <= 60) return name;
	const ending = /(\.[a-z0-9]{1,8}){1,2}$/iu.exec(name)?.[0] ?? '';
	return `${name.slice(0, 60 - ending.length)}${ending}`;
}
