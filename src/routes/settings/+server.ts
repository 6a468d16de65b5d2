import { redirect } from '@sveltejs/kit';
import { colourSchemeOf } from '#lib/charts/colour-scheme.ts';
import type { RequestHandler } from './$types';

const year = 365 * 24 * 60 * 60;

/** Keeps the colours that a reader chose in this browser, and leads back to the page that was looked at. */
export const GET: RequestHandler = ({ url, cookies }) => {
	const theme = colourSchemeOf(url.searchParams.get('theme'));
	cookies.set('theme', theme, { path: '/', maxAge: year, sameSite: 'lax', secure: url.protocol === 'https:' });
	redirect(303, pageOf(url));
};

/** Only ever a page of this dashboard. */
function pageOf(url: URL): string {
	const { origin, pathname, search } = new URL(url.searchParams.get('page') ?? '/', url.origin);
	return origin === url.origin ? `${pathname.replace(/^\/+/u, '/')}${search}` : '/';
}
