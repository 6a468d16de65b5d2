import article from '#data/claims/dry-needling-for-runners.json' with { type: 'json' };
import { ownClaims } from '#lib/server/warehouse/own-claims.ts';
import { searchOf } from '../filters.ts';
import type { Asking, Question } from '../question.ts';
import { claims as schema, type Claim, type Claims } from './claim.ts';
import { judging } from './judging.server.ts';
import { method } from './method.ts';
import type { ClaimsResult, Judged } from './result.ts';
import { table } from './table.ts';
import { verdictHistory } from './verdict-history.server.ts';

type JudgedArticle = Readonly<{ about: Claims['article']; judged: readonly (readonly [Claim, Judged])[] }>;

/** What it is made of comes from other questions' answers, small cells withheld. */
export const claims: Question<ClaimsResult, ClaimsResult> = { title: 'What an article may say', method, madeOfOthers: true, ask, protect: (raw) => raw, caveats, table };

async function ask(asking: Asking): Promise<ClaimsResult> {
	const { found, unread } = await ownClaims(asking.folder, (json) => schema.parse(json));
	const judge = judging(asking);
	const articles: JudgedArticle[] = [];
	const wrong: string[] = [];
	for (const { article: about, claims: all } of [schema.parse(article), ...found]) {
		try {
			const judged = await Promise.all(all.map(async (claim) => [claim, labelled(await judge(claim), asking.stamp)] as const));
			articles.push({ about, judged });
		} catch (error) {
			wrong.push(`the claims of ${about.title} cannot be judged: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	const history = await historyOf(articles, asking);
	return {
		articles: articles.map(({ about, judged }) => ({ title: about.title, about: about.about, url: about.url ?? null, claims: judged.map(([claim, its]) => ({ ...its, history: history.get(claim) ?? [] })) })),
		unread: [...unread, ...wrong],
	};
}

/** Verdicts on a part of the records are not kept. */
async function historyOf(articles: readonly JudgedArticle[], asking: Asking): ReturnType<typeof verdictHistory> {
	if (searchOf(asking.filters).size > 0) return new Map();
	return verdictHistory(asking, articles.flatMap(({ judged }) => judged.map(([claim]) => claim)));
}

/** No sentence of made-up records without saying that they are. */
function labelled(judged: Judged, { synthetic }: Asking['stamp']): Judged {
	return !synthetic || judged.printable === null ? judged : { ...judged, printable: `Synthetic data, not of any patient: ${judged.printable}` };
}

function caveats({ unread }: ClaimsResult): string[] {
	return ['The verdict is on what these records show of these patients: it says nothing of patients elsewhere, and nothing of what caused what.', ...unread];
}
