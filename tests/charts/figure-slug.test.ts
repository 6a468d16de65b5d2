import { describe, expect, test } from 'vitest';
import { figureSlug } from '#lib/charts/figure-slug.ts';

describe('what a figure is called in addresses', () => {
	test('is the words of its title', () => expect(figureSlug('Plantar fasciitis: share that has responded by each session')).toBe('plantar-fasciitis-share-that-has-responded-by-each-session'));
	test('leaves accents and apostrophes out', () => expect(figureSlug('Déjà vu: the clinic’s own')).toBe('deja-vu-the-clinics-own'));
	test('tells titles apart that have no Latin letter', () => expect(figureSlug('足底筋膜炎')).not.toBe(figureSlug('腰痛')));
	test('tells titles apart that differ after many words', () => expect(figureSlug(`${'word '.repeat(40)}a`)).not.toBe(figureSlug(`${'word '.repeat(40)}b`)));
	test('is never a number, which would be a place', () => expect(figureSlug('2025')).not.toMatch(/^\d+$/));
	test.each(['<script>alert(1)</script>', '"../../etc/passwd"', 'a\r\nset-cookie: b', '', '\u202eabc', '🦶'])('is plain whatever the title: %j', (title) => expect(figureSlug(title)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/));
});
