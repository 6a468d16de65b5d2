import { bytesSaid } from '../../bytes-said.ts';

/** How much may be sent in one go. */
export type UploadLimits = Readonly<{ bytes: number; files: number }>;

/** The limits of uploads; `setting` is a size such as 500MB. */
export function uploadLimits(setting = process.env['NEEDLEPOINT_UPLOAD_LIMIT'] || '2GB'): UploadLimits {
	const bytes = bytesSaid(setting);
	if (!(bytes > 0)) throw new Error(`NEEDLEPOINT_UPLOAD_LIMIT must be a size such as 500MB or 2GB: ${setting}`);
	return { bytes, files: 20 };
}
