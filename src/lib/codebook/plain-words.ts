import { z } from 'zod';
import wordFile from '#data/codebook/plain-words.json' with { type: 'json' };
import { defaultCodebook } from './default-codebook.ts';
import { pseudonymWords } from './identifiers.ts';
import { monthNames } from './month-names.ts';
import { codebookTerms } from './terms.ts';
import { weekdayNames } from './weekday-names.ts';

const words = z.array(z.string().min(1)).min(1).transform((list) => new Set(list));

const { prose, german, plain } = z.strictObject({ prose: words, german: words, plain: words }).parse(wordFile);

/** Words that tell, in small letters, that a text is of a language which writes nouns in small letters. */
export const proseWords: ReadonlySet<string> = prose;

/** Words that tell of German, which writes every noun with a capital. */
export const germanWords: ReadonlySet<string> = german;

/** Words in small letters that name nobody, however they are written: those of bodies and complaints, of the codebook and the calendar, and common nouns. */
export const plainWords: ReadonlySet<string> = new Set([
	...plain,
	...prose,
	...german,
	...pseudonymWords.alone,
	...weekdayNames,
	...[...monthNames.values()].flatMap((names) => Object.keys(names)),
	...codebookTerms(defaultCodebook).flatMap(({ term }) => term.split(' ')),
]);
