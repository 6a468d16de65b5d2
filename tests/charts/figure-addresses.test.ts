import { expect, test } from 'vitest';
import { figureAddresses } from '#lib/charts/figure-addresses.ts';

test('a figure is found with the filters of its numbers', () => {
	const { svg, card, csv, method } = figureAddresses('/api/recovery?condition=hip-pain&clinic=a%26b', 'Who left');
	expect(svg).toBe('/figures/recovery/who-left.svg?condition=hip-pain&clinic=a%26b');
	expect(card).toBe('/figures/recovery/who-left.png?condition=hip-pain&clinic=a%26b&size=card');
	expect(csv).toBe('/api/recovery?condition=hip-pain&clinic=a%26b&format=csv');
	expect(method).toBe('/questions/recovery?condition=hip-pain&clinic=a%26b#care');
});

test('a figure of everything has no query', () => {
	expect(figureAddresses('/api/records?', 'Who left')).toMatchObject({ png: '/figures/records/who-left.png', csv: '/api/records?format=csv', slug: 'who-left' });
});

test('a figure can be used as evidence, and its numbers taken to a spreadsheet', () => {
	const { evidence, xlsx, question } = figureAddresses('/api/dose?condition=hip-pain', 'Sessions');
	expect({ evidence, xlsx, question }).toEqual({ evidence: '/evidence/build?condition=hip-pain&question=dose&figure=sessions', xlsx: '/api/dose?condition=hip-pain&format=xlsx', question: 'dose' });
});

test('parts side by side are no evidence', () => expect(figureAddresses('/api/recovery?condition=hip-pain&by=protocol', 'Parts').evidence).toBeNull());
