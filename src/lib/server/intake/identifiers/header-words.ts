/** A header as words in lower case without accents, each with a space before and behind: `PatientDOB` is ` patient dob `. */
export function headerWords(header: string): string {
	const words = header
		.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
		.replaceAll(/(\p{L})([0-9])/gu, '$1 $2')
		.toLowerCase()
		.normalize('NFKD')
		.replaceAll(/\p{M}+/gu, '')
		.replaceAll(/[øłßæœ]/gu, (letter) => undivided[letter] ?? letter)
		.replaceAll(/['’]/gu, '')
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
	return ` ${words} `;
}

/** Letters that Unicode does not take apart into a plain one and an accent. */
const undivided: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe' };
