import { draw } from '#lib/charts/draw.server.ts';
import { measureOf } from '#lib/charts/measure.ts';
import { standalone } from '#lib/charts/standalone.server.ts';
import { captioned } from '#lib/figures/captioned.server.ts';
import type { Answer } from '#lib/questions/answer.ts';
import { claimChart } from '#lib/questions/claims/chart.ts';
import type { ClaimsResult, Estimated, Judged } from '#lib/questions/claims/result.ts';
import { besideLines, claimLabel, testLines } from '#lib/questions/claims/words.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import type { Cell, Table } from '#lib/questions/question.ts';
import { isQuestion, questions } from '#lib/questions/registry.server.ts';
import { stampedTable } from '#lib/questions/stamped-table.ts';
import { answer } from '#lib/server/answer.ts';
import type { Warehouse } from '#lib/server/warehouse/open.ts';
import { pinned } from '#lib/server/warehouse/pinned.ts';
import type { Evidence } from './evidence.ts';
import { Refused } from './refused.ts';

/** A claim with its verdict, and the evidence that it rests on. */
export type ClaimEvidence = Readonly<{ evidence: Evidence; claim: Judged; article: string }>;

/** The evidence for a claim of the ledger: its figures beside the ranges, from one snapshot. Throws `Refused` where there is no such claim, or nothing that tests it. */
export async function claimEvidence(warehouse: Warehouse, id: string): Promise<ClaimEvidence> {
	return warehouse.hold(async (stamp, beside) => {
		const ledger = await answer(pinned(warehouse.folder, stamp, beside), 'claims', parseFilters(new URLSearchParams()));
		const { article, claim } = claimIn(ledger, id);
		if (claim.tests.length === 0) throw new Refused(`the records cannot test this claim, so that there is no evidence of it: ${id}. ${claim.why}`);
		const { snapshot, method, caveats } = ledger;
		const label = claimLabel(claim, snapshot.synthetic);
		const drawings = { wide: null, narrow: draw(claimChart(claim.tests), label) };
		const notes = [...(claim.reading === null ? [] : [`Supported if: ${claim.reading}`]), ...(claim.caveat === null ? [] : [claim.caveat])];
		const caption = captioned({ title: claim.sentence, notes, drawings }, { answer: ledger, question: questions.claims.title, codebook: stamp.codebook, measure: measureOf(stamp.codebook, null), active: [] });
		const evidence: Evidence = {
			spec: { question: 'claims', search: '', figure: id },
			audience: 'internal',
			snapshot,
			title: claim.sentence.replace(/\.$/u, ''),
			subtitle: caption.subtitle,
			design: claim.design === 'comparison' ? 'compared' : 'uncontrolled',
			sentence: claim.printable ?? `No sentence may be printed of this: ${claim.verdict}. ${claim.why}`,
			keyNumbers: [...testLines(claim), ...besideLines(claim)].map(({ label: name, text }) => ({ label: name, text })),
			numbers: stampedTable(figuresTable(claim), snapshot),
			svg: standalone(caption, 'page'),
			card: standalone(caption, 'card'),
			drawing: standalone(caption, 'bare'),
			alt: caption.inWords,
			notes: caption.notes,
			fine: caption.fine,
			method: { ...method, sql: statementsOf(claim) },
			caveats,
		};
		return { evidence, claim, article };
	});
}

function claimIn({ articles }: Answer<ClaimsResult>, id: string): { article: string; claim: Judged } {
	const all = articles.flatMap(({ title, claims }) => claims.map(({ history: _history, ...claim }) => ({ article: title, claim })));
	const found = all.find(({ claim }) => claim.id === id);
	if (found === undefined) throw new Refused(`there is no such claim: ${id}. Take one of ${all.map(({ claim }) => claim.id).join(', ')}.`);
	return found;
}

/** What was run for the figures of a claim. */
function statementsOf({ tests, beside }: Judged): string[] {
	const asked = [...tests, ...beside].flatMap(({ question }) => (isQuestion(question) ? questions[question].method.sql : []));
	return [...new Set(asked)];
}

function figuresTable({ tests, beside }: Judged): Table {
	const cells = ({ label, question, search, estimate, lower, upper, n, of }: Estimated): Cell[] => [label, question, search, estimate, lower, upper, n, of];
	return {
		columns: ['part', 'figure', 'question', 'filters', 'estimate', 'lower', 'upper', 'n', 'of', 'supported_from', 'supported_to', 'verdict'],
		rows: [...tests.map((test) => ['test', ...cells(test), test.from, test.to, test.verdict]), ...beside.map((figure) => ['beside', ...cells(figure), null, null, null])],
	};
}
