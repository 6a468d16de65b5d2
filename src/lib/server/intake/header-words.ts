/** Words of a header in lower case, without diacritics; a capital after a small letter begins a word, as in painBefore. */
export function headerWords(header: string): string[] {
	return header
		.normalize('NFKC')
		.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.toLowerCase()
		.normalize('NFD')
		.replaceAll(/\p{M}/gu, '')
		.split(/[^\p{L}\p{N}]+/u)
		.filter((word) => word !== '');
}
