import { exported } from '../exported.server.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
	const { svg, headers } = await exported(event, 'svg');
	return new Response(svg, { headers });
};
