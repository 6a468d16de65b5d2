import fc from 'fast-check';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { codebookTerms } from '#lib/codebook/terms.ts';

const spaces = ['', ' ', '\t', '\r\n', '\u00a0', '\u2009', '\u3000', '\v', '\f', '\u0085', '\ufeff', '\u200b', '\0'];

const numbers = ['1e1', '+5', '-5', '.5', '5.', '.', '+', '1_0', '0x1F', '0b1', '1e400', '1e-400', '-1e400', '-0', '0', '-0.0', 'NaN', 'nan', 'inf', 'infinity', '-Infinity'];
const more = ['5,5', '5 5', '١', '５', '½', '1e', 'e1', '1e+', '1E+01', '1d1', '5f', '5%', '007', '1.0', '1.5', '10.000000000000000001', '9.99999999999999999999', '4.35', '1e-7', '2.5e-1'];
const days = ['2023-02-29', '2024-02-29', '2024-02-30', '2024-13-01', '2024-00-10', '2024-01-00', '0000-01-01', '0001-01-01', '9999-12-31', '10000-01-01', '1989-12-31', '1990-01-01'];
const dates = ['2025-06-15', '2025-06-16', '2025-6-1', '20250601', '01/02/2025', '2025/01/02', 'infinity', '-infinity', '2024-01-01 (BC)', '2024-01-01 BC', '-2024-01-01', 'today', 'epoch', '２０２４-01-01'];
const times = ['', 'T10:00:00', ' 23:59:59.999', 'T10:00:00Z', 'T00:30:00+13:00', ' 10:00-0500', 'T', 'Tnoon', 'T99:99', 'z', '  '];
const words = ['true', 'FALSE', 'Yes', 'nO', 'Y', 'n', '1', '0', 'ja', 't', 'f', 'on', 'oui', 'ｙｅｓ', 'null', 'NULL', 'none', 'N/A', '-'];
const texts = ['=1+1', "O'Brien", '"quoted"', 'a'.repeat(120), 'a'.repeat(121), '😀'.repeat(80), '😀'.repeat(121), 'x'.repeat(70_000), 'a@b.c', '30-39', '30–39', '<18', '60+', '130+', 'USD', 'usd', 'a\nb', 'a\u007fb', '\u2028', 'Zoe\u0308', 'Zo\u00eb', 'North  Clinic', 'North \u00a0Clinic', '\u1100\u1161', `a${' '.repeat(130)}b`];

const terms = codebookTerms(defaultCodebook).map(({ term }) => term);

/** Texts that a file may hold in any column: random ones, and those that readers are known to disagree on. No lone surrogates. */
export function awkwardTexts(count: number): readonly string[] {
	const space = fc.constantFrom(...spaces);
	const around = (text: fc.Arbitrary<string>) => fc.tuple(space, text, space).map((parts) => parts.join(''));
	const date = fc.tuple(fc.constantFrom(...days, ...dates), fc.constantFrom(...times)).map((parts) => parts.join(''));
	const term = fc.tuple(fc.constantFrom(...terms), fc.infiniteStream(fc.nat(3))).map(([text, choices]) => strangely(text, choices));
	const digits = fc.string({ unit: fc.constantFrom(...'0123456789.+-eE_ '), maxLength: 8 });
	const calendar = fc.tuple(fc.integer({ min: 1985, max: 2027 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 })).map(([year, month, day]) => [year, month, day].map((part) => String(part).padStart(2, '0')).join('-'));
	const random = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 20 }),
		around(fc.constantFrom(...numbers, ...more)),
		around(fc.double({ min: -20, max: 1200, noNaN: true }).map(String)),
		around(fc.integer({ min: -5, max: 600 }).map(String)),
		around(digits),
		around(date),
		around(calendar),
		around(fc.constantFrom(...words)),
		around(fc.constantFrom(...texts)),
		around(term),
	);
	return [...spaces, ...numbers, ...more, ...dates, ...words, ...texts, ...days.flatMap((day) => times.map((time) => day + time)), ...fc.sample(random, { numRuns: count, seed: 20250615 })];
}

function strangely(text: string, choices: fc.Stream<number>): string {
	return Array.from(text, (character) => {
		const choice = choices.next().value;
		if (character === ' ') return [' ', '  ', '-', ' / '][choice ?? 0] ?? ' ';
		return choice === 1 ? character.toUpperCase() : character;
	}).join('');
}
