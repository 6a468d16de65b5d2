import { error } from '@sveltejs/kit';
import { Refused } from '#lib/evidence/refused.ts';
import { makePack } from '#lib/server/packs/make-pack.ts';
import { specOf } from '../spec-of.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const claim = url.searchParams.get('claim');
	const { bytes } = await makePack(locals.warehouse, claim === null ? { ...specOf(url), audience: 'internal' } : { claim }).catch((reason: unknown) => {
		if (reason instanceof Refused) error(422, reason.message);
		throw reason;
	});
	return new Response(bytes, { headers: { 'content-type': 'application/zip', 'content-disposition': 'attachment; filename="needlepoint-evidence-pack.zip"', 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' } });
};
