import type { z } from 'zod';
import { mapping, type Mapping } from './mapping.ts';

/** The mapping in a text of JSON; `file` is its name for messages, one line a fault. */
export function parseMapping(text: string, file: string): Mapping {
	const read = mapping.safeParse(parsed(text, file));
	if (!read.success) throw new Error(read.error.issues.map((issue) => `${file}: ${explained(issue)}`).join('\n'));
	return read.data;
}

function parsed(text: string, file: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new Error(`${file}: is not JSON`);
	}
}

function explained(issue: z.core.$ZodIssue): string {
	const at = issue.path.length === 0 ? '' : `${issue.path.map(String).join('.')} `;
	if (issue.code === 'invalid_key') return `${at}${issue.issues.map(({ message }) => message).join(', ')}`;
	if (issue.code === 'unrecognized_keys') return `${at}has a key that a mapping does not know: ${issue.keys.join(', ')}`;
	if (issue.code === 'invalid_value') return `${at}must be one of ${issue.values.map(String).join(', ')}`;
	return `${at}${issue.message}`;
}
