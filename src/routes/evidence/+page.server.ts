import { draw } from '#lib/charts/draw.server.ts';
import { filterBar } from '#lib/components/filter-bar.ts';
import { claimChart } from '#lib/questions/claims/chart.ts';
import { changedSentence, historyTable, pastMarks, standingSentence } from '#lib/questions/claims/history-words.ts';
import type { JudgedClaim } from '#lib/questions/claims/result.ts';
import { besideLines, claimLabel, designOf, ledgerSentence, ledgerTable, sourcesOf } from '#lib/questions/claims/words.ts';
import { parseFilters, searchOf } from '#lib/questions/filters.ts';
import { isQuestion, questions } from '#lib/questions/registry.server.ts';
import { answer } from '#lib/server/answer.ts';
import { asked } from '../asked.server.ts';
import type { PageServerLoad } from './$types';
import { builderOf } from './builder-of.ts';

export const load: PageServerLoad = async ({ locals, url }) => {
	const filters = parseFilters(url.searchParams);
	const { answer: ledger } = await asked(locals, 'claims', filters);
	const records = await answer(locals.warehouse, 'records', parseFilters(new URLSearchParams()));
	const { synthetic } = ledger.snapshot;
	return {
		stamp: { ...ledger.snapshot, minimumCell: ledger.method.minimumCell },
		bar: filterBar(url.pathname, filters, records, ['condition', 'protocol']),
		articles: ledger.articles.map(({ title, about, url: link, claims }) => ({
			...{ title, about, link },
			sentence: [ledgerSentence(claims), changedSentence(claims)].filter((part) => part !== null).join(' '),
			claims: claims.map((claim) => shown(claim, synthetic)),
			table: ledgerTable(title, claims),
		})),
		source: `/api/claims?${searchOf(filters)}`,
		caveats: ledger.caveats,
		method: ledger.method,
	};
};

function shown(claim: JudgedClaim, synthetic: boolean) {
	const { id, sentence, verdict, why, reading, printable, caveat, tests } = claim;
	return {
		...{ id, sentence, verdict, why, reading, printable, caveat },
		design: designOf(claim),
		past: { sentence: standingSentence(claim), marks: pastMarks(claim), table: historyTable(claim) },
		beside: besideLines(claim),
		builder: builderOf(claim),
		sources: sourcesOf(claim).map(({ question, href }) => ({ href, title: isQuestion(question) ? questions[question].title : question })),
		drawing: tests.length === 0 ? null : draw(claimChart(tests), claimLabel(claim, synthetic)),
	};
}
