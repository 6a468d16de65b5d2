/** How much may be sent in one go. */
export type UploadLimits = Readonly<{ bytes: number; files: number }>;

const units = new Map([['', 1], ['KB', 1e3], ['MB', 1e6], ['GB', 1e9], ['TB', 1e12]]);

/** The limits of uploads; `setting` is a size such as 500MB. */
export function uploadLimits(setting = process.env['NEEDLEPOINT_UPLOAD_LIMIT'] || '2GB'): UploadLimits {
	const [, number = '', unit = ''] = /^([0-9]{1,6}(?:\.[0-9]+)?) ?([KMGT]B)?$/iu.exec(setting.trim()) ?? [];
	const bytes = Number(number) * (units.get(unit.toUpperCase()) ?? 0);
	if (!(bytes > 0)) throw new Error(`NEEDLEPOINT_UPLOAD_LIMIT must be a size such as 500MB or 2GB: ${setting}`);
	return { bytes, files: 20 };
}
