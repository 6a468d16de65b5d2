import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Answer } from '#lib/questions/answer.ts';
import { departureSentence } from '#lib/questions/departure/words.ts';
import type { Results } from '#lib/questions/registry.server.ts';
import { responseSentence } from '#lib/questions/response/response-sentence.ts';
import type { Tellable } from '#lib/questions/tellable.ts';
import { trendSentence } from '#lib/questions/trend/trend-sentence.ts';
import { comparisonSaid } from './comparison-said.ts';
import { costSaid } from './cost-said.ts';
import { doseSaid } from './dose-said.ts';
import { prognosisSaid } from './prognosis-said.ts';
import { recoverySaid } from './recovery-said.ts';
import { Refused } from './refused.ts';
import type { Said } from './said.ts';
import { tolerabilitySaid } from './tolerability-said.ts';

/** `leastTold` is the share of what was asked about that must be recorded. */
type About = Readonly<{ codebook: Codebook; measure: Measure; leastTold: number }>;
type Sayings = { readonly [Name in Tellable]: (answer: Answer<Results[Name]>, about: About) => Said };

const sayings: Sayings = {
	recovery: ({ groups }, { measure }) => recoverySaid(only(groups), measure),
	response: (answer) => ({ lead: responseSentence({ ...answer, groups: [only(answer.groups)] }), keyNumbers: [] }),
	departure: ({ groups }, { measure }) => ({ lead: departureSentence(only(groups), measure), keyNumbers: [] }),
	prognosis: (answer) => prognosisSaid({ ...answer, groups: [only(answer.groups)] }),
	comparison: (answer, { codebook, measure }) => comparisonSaid(twoProtocols(answer), codebook, measure),
	dose: doseSaid,
	trend: (answer, { measure }) => ({ lead: trendSentence(answer, measure), keyNumbers: [] }),
	tolerability: (answer, { leastTold }) => tolerabilitySaid(answer, leastTold),
	cost: (answer, { codebook, leastTold }) => costSaid(answer, codebook, leastTold),
};

/** What an answer says that may be printed. */
export function saidBy<Name extends Tellable>(name: Name, answer: Answer<Results[Name]>, about: About): Said {
	return sayings[name](answer, about);
}

function only<Group>(groups: readonly Group[]): Group {
	const [group, ...others] = groups;
	if (group === undefined) throw new Refused('no episode matches these filters. Choose a longer period, or fewer filters.');
	if (others.length > 0) throw new Refused('patients of several conditions are too unlike to print one sentence of them. Choose one condition.');
	return group;
}

function twoProtocols<Result>(answer: Answer<Result>): Answer<Result> {
	if (answer.filters.protocol.length !== 2) throw new Refused('a comparison that is printed must say what with what. Choose two protocols.');
	return answer;
}
