export const colourSchemes = ['auto', 'light', 'dark'] as const;

export type ColourScheme = (typeof colourSchemes)[number];

/** The colours that are asked for; those of the system where nothing that is known is. */
export function colourSchemeOf(word: string | null | undefined): ColourScheme {
	return colourSchemes.find((scheme) => scheme === word) ?? 'auto';
}
