import { everybody } from './written-for.ts';

/** The language that a browser asks for first of those that numbers and days can be written in: `Accept-Language` has them with their weights. */
export function readerLanguage(accepted: string | null): string {
	const asked = (accepted ?? '').split(',', most).map((part) => {
		const [tag = '', ...parameters] = part.split(';').map((text) => text.trim());
		return { tag: /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?(?=-|$)/iu.exec(tag)?.[0] ?? '', weight: weightOf(parameters) };
	});
	const wanted = asked.filter(({ tag, weight }) => tag !== '' && weight > 0).sort((a, b) => b.weight - a.weight);
	const [first] = Intl.NumberFormat.supportedLocalesOf(wanted.map(({ tag }) => tag));
	return first === undefined ? everybody : new Intl.NumberFormat(first).resolvedOptions().locale;
}

function weightOf(parameters: readonly string[]): number {
	const weight = parameters.find((each) => /^q=/iu.test(each));
	return weight === undefined ? 1 : Number(/^[01](\.\d{0,3})?$/u.exec(weight.slice(2))?.[0] ?? 0);
}

/** Nobody reads more languages; to look up thousands takes long. */
const most = 20;
