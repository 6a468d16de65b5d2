import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { colourLight, lightColour } from '#lib/charts/light-colours.server.ts';

function coloured(attributes: string): Element | null {
	const document = new (parseHTML('').DOMParser)().parseFromString(`<svg xmlns="http://www.w3.org/2000/svg"><path ${attributes}/></svg>`, 'image/svg+xml');
	colourLight(document.documentElement);
	return document.querySelector('path');
}

test('a colour is that of a light page', () => expect(lightColour('ink')).toBe('#15211f'));
test('a colour that names another is followed', () => expect(lightColour('stayed')).toBe(lightColour('plain')));
test('a colour that prints otherwise keeps that of the screen', () => expect(lightColour('paper')).toBe('#fbfaf6'));
test('a colour that the style sheet lacks is an error that names it', () => expect(() => lightColour('nothing')).toThrow('app.css must declare a colour: --nothing'));
test('properties become colours', () => expect(coloured('fill="var(--adjusted)"')?.getAttribute('fill')).toBe(lightColour('adjusted')));
test('the colour of the text is that of ink', () => expect(coloured('stroke="currentColor"')?.getAttribute('stroke')).toBe(lightColour('ink')));
test('a see-through colour becomes a colour and an opacity', () => {
	const path = coloured('fill="var(--gap)" fill-opacity="0.5"');
	expect([path?.getAttribute('fill'), path?.getAttribute('fill-opacity')]).toEqual(['#b4480f', '0.09']);
});
