import { writtenFor } from './written-for.ts';

type Marks = Readonly<{ point: string; grouped: (whole: number) => string }>;

const known = new Map<string, Marks>();

/** How the language that is written for marks decimals and groups digits, which are Latin in all: fonts and axes are made for those. */
export function numberMarks(): Marks {
	const language = writtenFor();
	const marks = known.get(language) ?? marksOf(`${language}-u-nu-latn`);
	known.set(language, marks);
	return marks;
}

/** A narrow no-break space is not in the font; the apostrophe of Switzerland differs from version to version of what browsers know of languages. */
function marksOf(language: string): Marks {
	const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
	const point = new Intl.NumberFormat(language).formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
	return { point, grouped: (number) => whole.format(number).replace(/\u202f/gu, '\u00a0').replace(/'/gu, '’') };
}
