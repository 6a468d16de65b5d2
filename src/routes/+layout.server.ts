import type { LayoutServerLoad } from './$types';
import { colourSchemeOf } from '#lib/charts/colour-scheme.ts';
import { numberFormOf } from '#lib/charts/number-form.ts';
import { readerLanguage } from '#lib/charts/reader-language.ts';
import { isForThePublic } from '#lib/server/public-mode.ts';

/** `numbers` is null where there is no choice: the browser asks for English, or the page is for the public. */
export const load: LayoutServerLoad = ({ cookies, request: { headers }, url, untrack }) => {
	const chosen = numberFormOf(cookies.get('numbers'));
	const isEnglish = /^en(-|$)/u.test(readerLanguage(headers.get('accept-language')));
	const hasChoice = !untrack(() => isForThePublic(url.pathname)) && (chosen === 'english' || !isEnglish);
	return { theme: colourSchemeOf(cookies.get('theme')), numbers: hasChoice ? chosen : null };
};
