import { figureSlug } from './figure-slug.ts';

/** Where a figure can be had as a file, as evidence (of one group only), where its page explains it, and what it is called on its page. `source` is where its numbers are. */
export function figureAddresses(source: string, title: string) {
	const { pathname, searchParams } = new URL(source, 'http://localhost');
	const question = pathname.replace(/^\/api\//u, '');
	const slug = figureSlug(title);
	const asked = (more: Readonly<Record<string, string>> = {}) => {
		const search = new URLSearchParams([...searchParams, ...Object.entries(more)]).toString();
		return search === '' ? '' : `?${search}`;
	};
	return {
		question,
		slug,
		svg: `/figures/${question}/${slug}.svg${asked()}`,
		png: `/figures/${question}/${slug}.png${asked()}`,
		card: `/figures/${question}/${slug}.png${asked({ size: 'card' })}`,
		csv: `${pathname}${asked({ format: 'csv' })}`,
		xlsx: `${pathname}${asked({ format: 'xlsx' })}`,
		evidence: searchParams.has('by') ? null : `/evidence/build${asked({ question, figure: slug })}`,
		method: `/questions/${question}${asked()}#care`,
	};
}
