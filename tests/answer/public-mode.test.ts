import { describe, expect, test } from 'vitest';
import { embedOrigins, isForThePublic, servesOnlyThePublic } from '#lib/server/public-mode.ts';

describe('a server', () => {
	test.each([
		[undefined, false],
		['', false],
		['internal', false],
		['public', true],
	])('whose audience is %s serves only the public: %s', (audience, only) => {
		expect(servesOnlyThePublic({ NEEDLEPOINT_AUDIENCE: audience })).toBe(only);
	});

	test('does not start for an audience that it does not know', () => {
		expect(() => servesOnlyThePublic({ NEEDLEPOINT_AUDIENCE: 'Public' })).toThrow('NEEDLEPOINT_AUDIENCE must be internal or public: Public');
	});

	test.each([
		['/share', true],
		['/share/01ARZ3NDEKTSV4RRFFQ69G5FAV.svg', true],
		['/embed/01ARZ3NDEKTSV4RRFFQ69G5FAV', true],
		['/', false],
		['/shared', false],
		['/api/recovery', false],
		['/data/share/x', false],
	])('for the public has %s: %s', (path, has) => {
		expect(isForThePublic(path)).toBe(has);
	});
});

describe('sites that may embed', () => {
	test('are none unless they are named', () => {
		expect(embedOrigins({})).toEqual([]);
	});

	test('are named between blanks or commas', () => {
		expect(embedOrigins({ NEEDLEPOINT_EMBED_ORIGINS: 'https://a.example, http://b.example:8080' })).toEqual(['https://a.example', 'http://b.example:8080']);
	});

	test.each(['https://a.example/page', 'a.example', "'self';script-src", '*'])('are no %s', (origin) => {
		expect(() => embedOrigins({ NEEDLEPOINT_EMBED_ORIGINS: origin })).toThrow('NEEDLEPOINT_EMBED_ORIGINS must be origins such as https://www.example.org');
	});
});
