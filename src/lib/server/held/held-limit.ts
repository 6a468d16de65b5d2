import { bytesSaid } from '../bytes-said.ts';

/** How many bytes may be held of a snapshot: NEEDLEPOINT_HELD_MEMORY, a size such as 2GB; 0 holds nothing. */
export function heldLimit(setting = process.env['NEEDLEPOINT_HELD_MEMORY'] || '2GB'): number {
	const bytes = bytesSaid(setting);
	if (!(bytes >= 0)) throw new Error(`NEEDLEPOINT_HELD_MEMORY must be a size such as 2GB, or 0: ${setting}`);
	return bytes;
}
