import { version } from '$app/environment';

/** Changes with what was said, and with the code that said it. */
export async function etag(answer: object, format: string): Promise<string> {
	const bytes = new TextEncoder().encode(`${version} ${format} ${JSON.stringify(answer)}`);
	const digest = await crypto.subtle.digest('SHA-256', bytes);
	return `"${[...new Uint8Array(digest).subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
}
