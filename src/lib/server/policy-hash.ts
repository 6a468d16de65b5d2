import { createHash } from 'node:crypto';

/** What a content security policy allows a style of exactly this text by. */
export function policyHash(text: string): string {
	return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
