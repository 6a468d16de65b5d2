import { expect, test } from 'vitest';
import { languageOfPage } from '#lib/charts/language-of-page.ts';
import { readerLanguage } from '#lib/charts/reader-language.ts';

test('the language asked for first is taken, by its weight', () => {
	expect(readerLanguage('de-DE,de;q=0.9,en;q=0.8')).toBe('de-DE');
	expect(readerLanguage('en;q=0.8, fr-FR;q=0.9, *;q=0.1')).toBe('fr-FR');
	expect(readerLanguage('en;q=0.5,nl;q=0.5')).toBe('en');
});

test('a language that nothing can be written in, or that is refused, is passed over', () => {
	expect(readerLanguage('tlh,de;q=0.5')).toBe('de');
	expect(readerLanguage('de;q=0,fr;q=0.1')).toBe('fr');
});

test('a header that says nothing, or nonsense, gets the form of everybody', () => {
	for (const header of [null, '', '*', ';;;', 'x', '../../etc', 'de"><script>', 'de;q=2', 'de;q=NaN', 'a'.repeat(10_000), ',,,'.repeat(3000)]) expect(readerLanguage(header)).toBe('en-GB');
});

test('languages beyond the twentieth are not looked at', () => {
	expect(readerLanguage(`${'tlh,'.repeat(19)}de`)).toBe('de');
	expect(readerLanguage(`${'tlh,'.repeat(20)}de`)).toBe('en-GB');
});

test('what a tag says beyond language, script and country does not choose other digits or calendars', () => {
	expect(readerLanguage('ar-EG-u-nu-arab')).toBe('ar-EG');
	expect(readerLanguage('de-1996-x-clinic')).toBe('de');
	expect(readerLanguage('DE-de')).toBe('de-DE');
});

test('countries that write a language no other way do not make languages of their own', () => {
	expect(readerLanguage('de-US')).toBe('de');
	expect(readerLanguage('zh-Hant-TW')).toMatch(/^zh/u);
});

test('pages of results are in the language of the reader', () => {
	for (const path of ['/', '/trend', '/conditions/evidence', '/questions/recovery', '/data/import/api', '/shared', '/questions/claims-of-mine']) expect(languageOfPage(path, 'de-DE')).toBe('de-DE');
});

test('what is printed, published or read by programs has one form', () => {
	for (const path of ['/evidence', '/evidence/build', '/share/abc', '/embed/abc', '/figures/recovery/1.svg', '/api/recovery', '/questions/claims']) expect(languageOfPage(path, 'de-DE')).toBe('en-GB');
});
