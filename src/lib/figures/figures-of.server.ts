import type { Drawings, Margin, Reading, Table } from '#lib/charts/drawing.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Answer } from '#lib/questions/answer.ts';
import type { QuestionName, Results } from '#lib/questions/registry.server.ts';
import { comparisonFigures } from './comparison-figures.server.ts';
import { completenessFigures } from './completeness-figures.server.ts';
import { costFigures } from './cost-figures.server.ts';
import { doseFigures } from './dose-figures.server.ts';
import { prognosisFigures } from './prognosis-figures.server.ts';
import { responseFigures } from './response-figures.server.ts';
import { tolerabilityFigures } from './tolerability-figures.server.ts';
import { trendFigures } from './trend-figures.server.ts';
import { variationFigures } from './variation-figures.server.ts';

type About = Readonly<{ codebook: Codebook; measure: Measure; source: string }>;
type Figure = Readonly<{ title: string; source: string; notes: readonly string[]; margin?: readonly Margin[]; drawings: Drawings; readings: readonly Reading[]; table: Table }>;
type Drawn = { readonly [Name in QuestionName]?: (answer: Answer<Results[Name]>, about: About) => readonly Figure[] };

const drawn: Drawn = {
	response: responseFigures,
	prognosis: prognosisFigures,
	comparison: comparisonFigures,
	variation: variationFigures,
	trend: trendFigures,
	dose: doseFigures,
	tolerability: tolerabilityFigures,
	cost: costFigures,
	completeness: completenessFigures,
};

/** The figures of a question; none where it is a table only. */
export function figuresOf<Name extends QuestionName>(name: Name, answer: Answer<Results[Name]>, about: About): readonly Figure[] {
	return drawn[name]?.(answer, about) ?? [];
}
