import type { z } from 'zod';

/** A complaint of zod in the words of the house; needs `reportInput`. */
export function explainIssue(issue: z.core.$ZodIssue): string {
	const path = written(issue.path);
	return `${path === '' ? 'a codebook' : path} ${complaint(issue)}`;
}

/** `['conditions', 2, 'label']` as `conditions[2].label`. */
function written(path: readonly PropertyKey[]): string {
	return path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('').replace(/^\./, '');
}

function complaint(issue: z.core.$ZodIssue): string {
	if (issue.code === 'unrecognized_keys') return `must not have ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}`;
	if (issue.code === 'invalid_type' && issue.input === undefined) return 'is missing';
	if (issue.code === 'too_small' && issue.origin === 'string') return 'must not be empty';
	return `${requirement(issue)}: ${shown(issue.input)}`;
}

function requirement(issue: z.core.$ZodIssue): string {
	if (issue.code === 'invalid_type') return `must be ${expected(issue.expected)}`;
	if (issue.code === 'invalid_value') return `must be ${issue.values.map(String).join(' or ')}`;
	if (issue.code === 'too_small') return `must be ${issue.inclusive === true ? 'at least' : 'above'} ${issue.minimum}`;
	return issue.message;
}

function expected(type: string): string {
	if (type === 'record') return 'an object';
	return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function shown(value: unknown): string {
	const text = JSON.stringify(value) ?? String(value);
	return text.length <= 60 ? text : `${text.slice(0, 57)}...`;
}
