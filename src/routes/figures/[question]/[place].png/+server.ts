import { png } from '#lib/server/png.ts';
import { exported } from '../exported.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { svg, shape, headers } = await exported(event, 'png');
	if (event.request.headers.get('if-none-match') === headers.etag) return new Response(null, { status: 304, headers });
	return new Response(await png(svg, shape === 'card' ? 1 : 2), { headers });
};
