/** Words that say more than records without a comparison can. */
const causal = /\b(reduc|cur|heal|reliev|eliminat|caus|prevent|prov|work|treats? away|fix|improves|effective)\w*\b/iu;

/** The first word of a sentence that claims a cause, where it does. */
export function causalWord(sentence: string): string | undefined {
	return causal.exec(sentence)?.[0];
}
