import { error } from '@sveltejs/kit';
import { publishedEvidence, type Published } from '#lib/server/published/published-evidence.ts';

/** The published figure of an id; gone where it was withdrawn, not found where there never was one. */
export async function published({ warehouse }: App.Locals, id: string): Promise<Published> {
	const found = await publishedEvidence(warehouse.folder, id);
	if (found === undefined) error(404, 'no figure was ever published here');
	if ('withdrawnAt' in found) error(410, `the figure that stood here was withdrawn on ${found.withdrawnAt.slice(0, 10)}: please do not quote it any more`);
	return found;
}

/** What is sent with a published file. Its name holds the id alone. */
export function fileHeaders(id: string, type: 'svg' | 'png' | 'csv') {
	return {
		'content-type': { svg: 'image/svg+xml; charset=utf-8', png: 'image/png', csv: 'text/csv; charset=utf-8' }[type],
		'content-disposition': `${type === 'csv' ? 'attachment' : 'inline'}; filename="needlepoint-${id}.${type}"`,
		'content-security-policy': "default-src 'none'; sandbox",
		'cache-control': 'public, no-cache',
		'x-content-type-options': 'nosniff',
	};
}
