import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { codebookTerms, normalisedTerm, normaliseTerm } from '#lib/codebook/terms.ts';

describe('normaliseTerm', () => {
	test('puts letters in lower case', () => expect(normaliseTerm('Plantar FASCIITIS')).toBe('plantar fasciitis'));
	test('makes one space of every run of other characters', () => expect(normaliseTerm('  knee --\t(right)/pain. ')).toBe('knee right pain'));
	test('keeps digits', () => expect(normaliseTerm('S86.891A')).toBe('s86 891a'));
	test('reads composed and decomposed accents alike', () => expect(normaliseTerm('cafe\u0301')).toBe(normaliseTerm('caf\u00e9')));
	test('keeps the marks that words are made of', () => expect(normaliseTerm('दर्द')).toBe('दर्द'));
	test('leaves nothing of punctuation', () => expect(normaliseTerm(' – / ()')).toBe(''));
	test('does not change what it has made', () => {
		expect.assertions(1);
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => normaliseTerm(normaliseTerm(text)) === normaliseTerm(text)));
		expect(normaliseTerm(normaliseTerm('İΣ'))).toBe('iσ');
	});
});

describe('normalisedTerm', () => {
	test('gives in DuckDB what normaliseTerm gives, for texts that are easy to get wrong', async () => {
		expect(await inDuckDB(tricky)).toEqual(tricky.map(normaliseTerm));
	});

	test('gives the same for random Unicode', async () => {
		const texts = [
			...fc.sample(fc.string({ unit: 'binary', maxLength: 12 }), { numRuns: 2000, seed: 1 }),
			...fc.sample(fc.string({ unit: 'grapheme', maxLength: 12 }), { numRuns: 2000, seed: 2 }),
		];
		expect(await inDuckDB(texts)).toEqual(texts.map(normaliseTerm));
	});

	test('gives the same for every character of the basic plane and a sample beyond it, between two letters', { timeout: 60_000 }, async () => {
		const beyond = Array.from({ length: 0x4000 }, (_, i) => 0x10000 + i * 61);
		const points = [...Array.from({ length: 0x10000 }, (_, point) => point), ...beyond].filter((point) => point < 0xd800 || point > 0xdfff);
		const texts = points.map((point) => `a${String.fromCodePoint(point)}B`);
		const inSql = await inDuckDB(texts);
		expect(texts.filter((text, i) => inSql[i] !== normaliseTerm(text)).map((text) => text.codePointAt(1)?.toString(16))).toEqual([]);
	});
});

describe('codebookTerms', () => {
	const terms = codebookTerms(defaultCodebook);

	test.each([
		['conditions', 'low-back-pain', 'low-back-pain'],
		['conditions', 'Plantar Heel Pain', 'plantar-fasciitis'],
		['conditions', 'M72.2', 'plantar-fasciitis'],
		['conditions', 'M722', 'plantar-fasciitis'],
		['conditions', 's86.891a', 'shin-splints'],
		['conditions', 'S86892D', 'shin-splints'],
		['conditions', 'Runner’s knee', 'knee-pain'],
		['conditions', "runner's knee", 'knee-pain'],
		['protocols', 'Fast-in / fast-out', 'dry-needling-pistoning'],
		['protocols', 'US guided DN retained', 'dry-needling-retained-ultrasound'],
		['protocols', 'Dry needling + exercise', 'dry-needling-exercise'],
		['measures', 'koos pf', 'koos-pf'],
		['sides', 'l', 'left'],
		['sexes', 'W', 'female'],
		['dischargeReasons', 'completed', 'completed'],
		['dischargeReasons', 'Lost to follow-up', 'did-not-return'],
	])('reads in %s the text %s as %s', (kind, text, id) => {
		expect(terms.filter((each) => each.kind === kind && each.term === normaliseTerm(text)).map((each) => each.id)).toEqual([id]);
	});

	test('names a term of an entry once', () => {
		const keys = terms.map(({ kind, term, id }) => `${kind} ${term} ${id}`);
		expect(new Set(keys).size).toBe(keys.length);
	});
});

async function inDuckDB(texts: readonly string[]): Promise<readonly string[]> {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	try {
		await connection.run('CREATE TABLE texts (place INTEGER, text VARCHAR)');
		const appender = await connection.createAppender('texts');
		texts.forEach((text, place) => {
			appender.appendInteger(place);
			appender.appendVarchar(text);
			appender.endRow();
		});
		appender.closeSync();
		const rows = await connection.runAndReadAll(`SELECT ${normalisedTerm('text')} AS term FROM texts ORDER BY place`);
		return z.array(z.tuple([z.string()])).parse(rows.getRows()).map(([term]) => term);
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}

const tricky = [
	'', ' ', 'a', 'A', '\t', '\n', 'a\r\nb', ' a ', 'a  b', 'a\u00a0b', '\u00a0a\u00a0', 'a\u200bb', 'a\u200db', 'a\u2060b', '\ufeffa', 'a\ufeffb', 'a\u00adb',
	'a\u2028b', 'a\u2029b', 'a\u3000b', 'a\u180eb', 'a\u0000b', 'a\u0001b', 'a\u007fb', 'a\u0085b', 'a_b', 'a-b', 'a–b', 'a—b', 'a−b', 'a/b', 'a\\b', "a'b", 'a’b', 'a"b', 'a`b',
	'a´b', 'a¨b', 'a^b', 'a~b', 'a%b', '%', '$1', '\\1', '\\0', '$&', '{a}', '[a]', '(a)', 'a|b', 'a+b', 'a*b', 'a.b', 'a?b', ';--', "'; DROP TABLE texts; --", 'İ', 'I', 'ı', 'i', 'i̇',
	'İstanbul', 'ISPARTA', 'Σ', 'ΟΔΟΣ', 'ΟΔΟΣ ΟΔΟΣ', 'ς', 'σ', 'ß', 'ẞ', 'STRASSE', 'Straße', 'ŉ', 'ǰ', 'ΐ', 'ΰ', 'և', 'ẖ', 'ﬁ', 'ﬀ', 'ﬃ', 'Ǆ', 'ǅ', 'ǆ', 'Ǉ', 'ǈ', 'é',
	'e\u0301', 'E\u0301', 'É', '\u0301', 'a \u0301 b', 'a\u0301\u0327', 'a\u0327\u0301', 'ạ̈', 'ậ', 'Å', 'Å', 'K', 'Ω', 'Ω', 'ohm Ω', 'µ', 'μ', '℃', '℉', '№', '™', '©', '®', '½', '²', '₂', 'Ⅳ', 'ⅳ', '①', 'Ⓐ', 'ⓐ',
	'一', '三', '０１', 'ＡＢＣ', 'ａｂｃ', 'ｶﾞ', 'ガ', 'ガ', '가', '각', '각', '한국어', '日本語', '中文', '膝の痛み', '\u2f00', '\uf900', '豈', '\u{2f800}', '\u{20000}', 'ألم', 'اَلْأَلَم', 'كَعْب', 'ـا', '٣', '۳', '३', '๓', 'ปวดเข่า',
	'घुटने का दर्द', 'হাঁটু', 'முழங்கால்', 'జ్ఞ', 'ක්ෂ', 'གཉིས', 'ខ្មែរ', 'မြန်မာ', 'כאב', 'כְּאֵב', 'שׁ', 'Боль', 'БОЛЬ В КОЛЕНЕ', 'ё', 'Ё', 'й', 'Ѐ', 'Ӏ', 'ӏ', 'Ꙁ', 'ꙁ', 'ა', 'Ა', 'Ⴀ', 'ⴀ', 'Ꭰ', 'ꭰ', 'ᏸ', 'Ա', 'ա',
	'Ⰰ', 'ⰰ', 'Ⲁ', 'ⲁ', 'Ꚁ', 'Ꜣ', 'Ᵹ', 'Ꞌ', 'Ɥ', 'Ꟶ', 'Ꟊ', '\ua7cb', '\ua7cc', '\ua7d0', '\ua7d2', '\ua7d4', '\ua7da', '\ua7dc', '\ua7f1', '\ua7f2', '\u1c80', '\u1c89', '\u1c8a', '\u088f', '\u0897', '\u0c5c', '\u0cdc', '\u1ace', '\u1acf',
	'\u1add', '\u1aeb', 'Ȿ', 'Ɀ', 'Ⱥ', 'ⱥ', 'Ɡ', 'Ʝ', 'ᾈ', 'ᾼ', 'ᾳ', 'ῼ', 'Ά', 'ά', 'Ὀ', 'Ὕ', '\u1ffd', '\u037e', '\u0387', '\u0340', '\u0344', '≮', '<\u0338', '=\u0338', 'a\u0338', '\u0958', '\u09dc', '\u0b5c', '\u0f43', '\ufb1d', '\ufb2a',
	'𐐀', '𐐨', '𝐀', '𝔸', '𝟘', '😀', 'a😀b', '👩‍⚕️', '🇿🇦', '\u{105d2}\u0307', '\u{1109a}', '\u{11099}\u{110ba}', '\u{10d50}', '\u{16ea0}', '\u{e0061}', '\u{10ffff}', '\ue000', '\uffff', '\ufffd', 'a\ufe0fb', 'NRS pain', 'M72.2', 'L+R', 'B/L', '< 6 weeks', '12+ weeks', '0–10', 'São Paulo', 'naïve', 'Ångström', 'Łódź', 'Øre', 'Þór', 'ÆON', 'Œuvre', 'ĲSSEL', 'ﬅ',
];
