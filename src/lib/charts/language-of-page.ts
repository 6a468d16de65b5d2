import { everybody } from './written-for.ts';

/** The language that a page writes numbers and days in: the reader's, but where it shows what is printed, published or compared, which has one form. */
export function languageOfPage(path: string, reader: string): string {
	return /^\/(api|figures|evidence|share|embed|questions\/claims)(\/|$)/u.test(path) ? everybody : reader;
}
