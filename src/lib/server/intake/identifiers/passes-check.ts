import type { Check } from '#lib/codebook/identifiers.ts';

/** Whether the check digits of a number are right; the number has the form of its kind. */
export function passesCheck(text: string, check: Check): boolean {
	return tests[check](text.replaceAll(/[ -]/gu, ''));
}

const tests: Readonly<Record<Check, (text: string) => boolean>> = {
	nhs: (text) => (11 - (weighted(text, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(text.at(-1)),
	nhi: (text) => {
		const rest = sum([...text.slice(0, 6)].map((character, place) => (7 - place) * (/[A-Z]/u.test(character) ? 1 + 'ABCDEFGHJKLMNPQRSTUVWXYZ'.indexOf(character) : Number(character)))) % 11;
		return rest !== 0 && (11 - rest) % 10 === Number(text.at(-1));
	},
	bsn: (text) => weighted(text, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
	luhn,
	dni: (text) => 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(text.slice(0, 8)) % 23] === text.at(-1),
	nir: (text) => 97 - remainder(text.slice(0, 13).replace('2A', '19').replace('2B', '18'), 97) === Number(text.slice(13)),
	personnummer: (text) => /^[0-9]{2}(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])/u.test(text.slice(-10)) && luhn(text.slice(-10)),
	fodselsnummer: (text) => (weighted(text, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11 === 0) && weighted(text, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
	iban: (text) => remainder([...text.slice(4), ...text.slice(0, 4)].map((character) => parseInt(character, 36)).join(''), 97) === 1,
	vin: (text) => {
		const value = (character: string) => (/[0-9]/u.test(character) ? Number(character) : Number('12345678012345070923456789'['ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(character)]));
		const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
		return '0123456789X'[sum([...text].map((character, place) => value(character) * (weights[place] ?? 0))) % 11] === text[8];
	},
};

function luhn(text: string): boolean {
	const doubled = [...text].reverse().map((digit, place) => (place % 2 === 0 ? Number(digit) : Number(digit) * 2 - (Number(digit) > 4 ? 9 : 0)));
	return sum(doubled) % 10 === 0;
}

function weighted(text: string, weights: readonly number[]): number {
	return sum(weights.map((weight, place) => weight * Number(text[place])));
}

function remainder(digits: string, divisor: number): number {
	return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % divisor, 0);
}

function sum(terms: readonly number[]): number {
	return terms.reduce((total, term) => total + term, 0);
}
