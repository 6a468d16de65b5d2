import { version } from '$app/environment';

/** A tag that changes with what is said, and with the code that says it. */
export async function etag(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${version} ${text}`));
	return `"${[...new Uint8Array(digest).subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}"`;
}
