import css from '../../app.css?raw';

const declared = new Map([...css.matchAll(/^\t--([\w-]+): (.+);$/gmu)].map(([, name = '', value = '']) => [name, value] as const).reverse());

/** Gives every part of a drawing the colours that a light page has, so that it can stand without the page's style sheet. */
export function colourLight(root: Element): void {
	for (const element of root.querySelectorAll('*'))
		for (const { name, value } of [...element.attributes]) if (/var\(|currentcolor/iu.test(value)) colour(element, name, value);
}

/** What a custom property of `app.css` is on a light page. */
export function lightColour(name: string): string {
	const value = declared.get(name);
	if (value === undefined) throw new Error(`app.css must declare a colour: --${name}`);
	return light(/^light-dark\((#\w+), #\w+\)$/u.exec(value)?.[1] ?? value);
}

function light(value: string): string {
	return value.replace(/var\(--([\w-]+)\)/gu, (_, name: string) => lightColour(name)).replace(/currentcolor/giu, () => lightColour('ink'));
}

/** Few programs but browsers read a colour of eight digits. */
function colour(element: Element, name: string, value: string): void {
	const [, plain, alpha] = /^(#[\da-f]{6})([\da-f]{2})$/iu.exec(light(value)) ?? [];
	element.setAttribute(name, plain ?? light(value));
	if (alpha === undefined) return;
	const before = Number(element.getAttribute(`${name}-opacity`) ?? 1);
	element.setAttribute(`${name}-opacity`, String(Number(((before * Number.parseInt(alpha, 16)) / 255).toFixed(3))));
}
