import { error } from '@sveltejs/kit';
import { evidenceOf } from '#lib/evidence/evidence-of.server.ts';
import { Refused } from '#lib/evidence/refused.ts';
import { factSheet } from '#lib/server/fact-sheet.ts';
import { specOf } from '../spec-of.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	const evidence = await evidenceOf(locals.warehouse, specOf(url)).catch((reason: unknown) => {
		if (reason instanceof Refused) error(422, reason.message);
		throw reason;
	});
	return new Response(await factSheet(evidence), { headers: { 'content-type': 'application/pdf', 'content-disposition': 'attachment; filename="needlepoint-fact-sheet.pdf"', 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' } });
};
