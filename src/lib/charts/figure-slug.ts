const longest = 80;

/** What a figure is called in addresses: the words of its title, and a mark of their own for titles that lose something by it. */
export function figureSlug(title: string): string {
	const words = title
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[’']/gu, '')
		.replace(/[^\p{L}\p{N}]+/gu, '-');
	const slug = words.replace(/[^a-z0-9-]+/gu, '').slice(0, longest).replace(/-+/gu, '-').replace(/^-|-$/gu, '');
	return /^[a-z0-9-]+$/u.test(words) && words.length <= longest && /[a-z]/u.test(slug) ? slug : `${slug === '' ? 'figure' : slug}-${mark(title)}`;
}

/** FNV-1a, 32 bits. */
function mark(title: string): string {
	let hash = 0x811c9dc5;
	for (const letter of title) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
	return hash.toString(36);
}
