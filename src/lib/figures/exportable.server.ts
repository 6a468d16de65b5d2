import type { Drawings, Margin } from '#lib/charts/drawing.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Answer } from '#lib/questions/answer.ts';
import type { DepartureResult } from '#lib/questions/departure/result.ts';
import type { RecoveryResult } from '#lib/questions/recovery/result.ts';
import { isShown } from '#lib/questions/recovery/words.ts';
import type { QuestionName, Results } from '#lib/questions/registry.server.ts';
import { departureFigure, distributionFigure, partsFigure, recoveryFigure } from './condition-figures.server.ts';
import { fateFigures, visitsFigure } from './records-figures.server.ts';
import { figuresOf } from './figures-of.server.ts';
import { trialsFigures } from './trials-figure.server.ts';

type About = Readonly<{ codebook: Codebook; measure: Measure; source: string }>;
/** `own` stands where a figure is of what others published: it is made otherwise than the question's other figures, and is no evidence of these records. */
export type Exportable = Readonly<{ title: string; notes: readonly string[]; margin?: readonly Margin[]; drawings: Drawings; own?: Readonly<{ method: string; comparison: string }> }>;
type Drawn = { readonly [Name in QuestionName]?: (answer: Answer<Results[Name]>, about: About) => readonly Exportable[] };

const drawn: Drawn = { recovery: recoveryFigures, departure: departureFigures, records: (records) => [...fateFigures(records), visitsFigure(records)] };

/** Every figure that a page shows of a question, in the order of that page. */
export function exportable<Name extends QuestionName>(name: Name, answer: Answer<Results[Name]>, about: About): readonly Exportable[] {
	return drawn[name]?.(answer, about) ?? figuresOf(name, answer, about);
}

function recoveryFigures(answer: Answer<RecoveryResult>, about: About): readonly Exportable[] {
	const { groups, filters } = answer;
	const shown = groups.find(isShown);
	if (shown === undefined || new Set(groups.map(({ condition }) => condition)).size > 1) return [];
	const beside = ofCondition(shown.condition, answer, about);
	return filters.by === null ? [recoveryFigure(shown, beside), distributionFigure(shown, beside), ...trialsFigures(shown, beside)] : [partsFigure(groups, filters.by, beside)].filter((figure) => figure !== null);
}

function departureFigures(answer: Answer<DepartureResult>, about: About): readonly Exportable[] {
	const [group, ...others] = answer.groups;
	return group === undefined || others.length > 0 ? [] : [departureFigure(group, ofCondition(group.condition, answer, about))];
}

function ofCondition(condition: string, { snapshot: { synthetic } }: Answer<object>, { codebook, measure, source }: About) {
	const name = codebook.conditions.find(({ id }) => id === condition)?.label ?? condition;
	return { name, measure, codebook, synthetic, sources: { recovery: source, departure: source, parts: source } };
}
