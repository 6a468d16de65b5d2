import { choices } from './choices/choices.server.ts';
import { claims } from './claims/claims.server.ts';
import { comparison } from './comparison/comparison.server.ts';
import { completeness } from './completeness/completeness.server.ts';
import { cost } from './cost/cost.server.ts';
import { departure } from './departure/departure.server.ts';
import { dose } from './dose/dose.server.ts';
import { overview } from './overview/overview.server.ts';
import { prognosis } from './prognosis/prognosis.server.ts';
import type { Question } from './question.ts';
import { records } from './records/records.server.ts';
import { recovery } from './recovery/recovery.server.ts';
import { response } from './response/response.server.ts';
import { technique } from './technique/technique.server.ts';
import { tolerability } from './tolerability/tolerability.server.ts';
import { trend } from './trend/trend.server.ts';
import { variation } from './variation/variation.server.ts';

const registry = { recovery, overview, departure, response, prognosis, comparison, variation, trend, dose, technique, tolerability, cost, completeness, claims, records, choices } as const;

type Registry = typeof registry;
type Raws = { [Name in keyof Registry]: Registry[Name] extends Question<infer Raw, infer _> ? Raw : never };

export type QuestionName = keyof Registry;

/** What each question answers with, by the name it has in URLs and commands. */
export type Results = { [Name in QuestionName]: Registry[Name] extends Question<infer _, infer Result> ? Result : never };

export const questions: { readonly [Name in QuestionName]: Question<Raws[Name], Results[Name]> } = registry;

export function isQuestion(name: string): name is QuestionName {
	return Object.hasOwn(questions, name);
}
