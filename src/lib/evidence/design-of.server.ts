import type { Codebook } from '#lib/codebook/schema.ts';
import type { Answer } from '#lib/questions/answer.ts';
import { trialOf } from '#lib/questions/comparison/trial-of.ts';
import type { QuestionName, Results } from '#lib/questions/registry.server.ts';
import type { Design } from './evidence.ts';

type Designed = Readonly<{ design: Design; trial?: string | undefined }>;
type Designs = { readonly [Name in QuestionName]?: (answer: Answer<Results[Name]>, codebook: Codebook) => Designed };

const designs: Designs = {
	comparison: (answer, codebook) => {
		const trial = trialOf(answer, codebook);
		return { design: trial === undefined ? 'compared' : 'randomised', trial };
	},
};

/** What the records allow to be said: decided by the question, and by whether the codebook knows of a trial with a draw. */
export function designOf<Name extends QuestionName>(name: Name, answer: Answer<Results[Name]>, codebook: Codebook): Designed {
	return designs[name]?.(answer, codebook) ?? { design: 'uncontrolled' };
}
