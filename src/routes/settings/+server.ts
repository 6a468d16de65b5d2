import { redirect } from '@sveltejs/kit';
import { colourSchemeOf } from '#lib/charts/colour-scheme.ts';
import { numberFormOf } from '#lib/charts/number-form.ts';
import type { RequestHandler } from './$types';

const year = 365 * 24 * 60 * 60;

const settings = { theme: colourSchemeOf, numbers: numberFormOf } as const;

/** Keeps what a reader chose in this browser, colours or the form of numbers, and leads back to the page that was looked at. */
export const GET: RequestHandler = ({ url, cookies }) => {
	for (const [name, known] of Object.entries(settings)) {
		const word = url.searchParams.get(name);
		if (word !== null) cookies.set(name, known(word), { path: '/', maxAge: year, sameSite: 'lax', secure: url.protocol === 'https:' });
	}
	redirect(303, pageOf(url));
};

/** Only ever a page of this dashboard. */
function pageOf(url: URL): string {
	const { origin, pathname, search } = new URL(url.searchParams.get('page') ?? '/', url.origin);
	return origin === url.origin ? `${pathname.replace(/^\/+/u, '/')}${search}` : '/';
}
