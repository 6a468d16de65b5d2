import { z } from 'zod';
import englishFile from '#data/codebook/english-words.json' with { type: 'json' };
import wordFile from '#data/codebook/plain-words.json' with { type: 'json' };
import { defaultCodebook } from './default-codebook.ts';
import { pseudonymWords } from './identifiers.ts';
import { monthNames } from './month-names.ts';
import { codebookTerms } from './terms.ts';
import { weekdayNames } from './weekday-names.ts';

const words = z.array(z.string().min(1)).min(1).transform((list) => new Set(list));

const { prose, german, plain } = z.strictObject({ prose: words, german: words, plain: words }).parse(wordFile);

const english = z.array(z.string()).min(1).parse(englishFile.words).flatMap((line) => line.split(' '));

/** Words that tell, in small letters, that a text is English. */
export const proseWords: ReadonlySet<string> = prose;

/** Words that tell of German, which writes every noun with a capital. */
export const germanWords: ReadonlySet<string> = german;

/** Words of treatment, in small letters: of bodies and complaints, of the codebook and the calendar. */
export const treatmentWords: ReadonlySet<string> = new Set([
	...plain,
	...prose,
	...german,
	...pseudonymWords.alone,
	...weekdayNames,
	...[...monthNames.values()].flatMap((names) => Object.keys(names)),
	...codebookTerms(defaultCodebook).flatMap(({ term }) => term.split(' ')),
]);

/** Words in small letters that name nobody amid other words: those of treatment, and of English without its inflections. */
export const plainWords: ReadonlySet<string> = new Set([...english, ...treatmentWords]);
