/**
 * The share of episodes that must tell how they went before their outcome may be printed. It is a convention of ours. In 3,000 hip replacements the mean
 * change and its interval were those of all patients where at least 60 % had answered; which patients gained most was told rightly only where all had:
 * What is the minimum response rate on patient-reported outcome measures needed to adequately evaluate total hip arthroplasties? PMC7709349.
 */
const usual = 60;

/** The lowest share of episodes followed that may be printed about: NEEDLEPOINT_MINIMUM_FOLLOW_UP in percent, else 60. No request can change it. */
export function minimumFollowUp(environment: Readonly<Record<string, string | undefined>> = process.env): number {
	const text = environment['NEEDLEPOINT_MINIMUM_FOLLOW_UP'];
	if (text === undefined || text === '') return usual / 100;
	if (!/^([1-9]?[0-9]|100)$/u.test(text)) throw new Error(`NEEDLEPOINT_MINIMUM_FOLLOW_UP must be a whole number of percent from 0 to 100: ${text}`);
	return Number(text) / 100;
}
