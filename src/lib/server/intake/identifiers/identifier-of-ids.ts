import { identifiers, type Identifier, type IdRule } from '#lib/codebook/identifiers.ts';
import { isMadeOfWords } from './is-made-of-words.ts';
import { meanDistance } from './mean-distance.ts';
import { soundLikeNames } from './sound-like-names.ts';

/** What patients' ids are by their form: `doubtful` says what they look like, where a pseudonym may look so too. */
export type FoundInIds = Readonly<{ identifier: Identifier; doubtful: string | undefined }>;

/** The identifier that patients' own ids show together, each of them given once: words of a language, initials with years of birth, numbers as drawn for people. */
export function identifierOfIds(ids: readonly string[]): FoundInIds | undefined {
	const found = rules.filter(({ rule, form }) => follows(ids, rule, form)).map(({ identifier, rule: { doubtful } }) => ({ identifier, doubtful }));
	return found.find(({ doubtful }) => doubtful === undefined) ?? found[0];
}

const rules = identifiers.flatMap((identifier) => identifier.ids.map((rule) => ({ identifier, rule, form: new RegExp(rule.pattern, 'u') })));

function follows(ids: readonly string[], { patients, share, spoken, groups, own, apart }: IdRule, form: RegExp): boolean {
	const shaped = ids.flatMap((id) => {
		const found = form.exec(id);
		return found === null ? [] : [found];
	});
	if (shaped.length < patients || shaped.length < share * ids.length) return false;
	if (spoken && (!soundLikeNames(shaped.map(([id, word = id]) => word)) || shaped.every(([id]) => isMadeOfWords(id)))) return false;
	if (own !== undefined && new Set(shaped.map(([, word]) => word)).size < own * shaped.length) return false;
	if (groups.some((atLeast, place) => new Set(shaped.map((found) => found[place + 1])).size < atLeast)) return false;
	return apart === undefined || meanDistance(shaped.map(([id]) => Number(id))) >= apart;
}
