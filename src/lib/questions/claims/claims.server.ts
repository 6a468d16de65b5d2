import article from '#data/claims/dry-needling-for-runners.json' with { type: 'json' };
import { ownClaims } from '#lib/server/warehouse/own-claims.ts';
import { parseFilters } from '../filters.ts';
import type { Asking, Question, Table } from '../question.ts';
import { claims as schema, type Claims, type Figure } from './claim.ts';
import { estimated } from './estimated.ts';
import { judge } from './judge.ts';
import { method } from './method.ts';
import type { ClaimsResult, Estimated, JudgedClaim } from './result.ts';
import { table } from './table.ts';

/** What it is made of comes from other questions' answers, small cells withheld. */
export const claims: Question<ClaimsResult, ClaimsResult> = { title: 'What an article may say', method, madeOfOthers: true, ask, protect: (raw) => raw, caveats, table };

async function ask(asking: Asking): Promise<ClaimsResult> {
	const { found, unread } = await ownClaims(asking.folder, (json) => schema.parse(json));
	const articles = [schema.parse(article), ...found];
	const judged: ClaimsResult['articles'][number][] = [];
	const wrong: string[] = [];
	for (const { article: about, claims: all } of articles) {
		try {
			const look = await looking(all, asking);
			judged.push({ title: about.title, about: about.about, url: about.url ?? null, claims: all.map((claim) => labelled(judge(claim, look), asking.stamp)) });
		} catch (error) {
			wrong.push(`the claims of ${about.title} cannot be judged: ${error instanceof Error ? error.message : String(error)}`);
		}
	}
	return { articles: judged, unread: [...unread, ...wrong] };
}

/** No sentence of made-up records without saying that they are. */
function labelled(judged: JudgedClaim, { synthetic }: Asking['stamp']): JudgedClaim {
	return !synthetic || judged.printable === null ? judged : { ...judged, printable: `Synthetic data, not of any patient: ${judged.printable}` };
}

/** Finds figures in the questions' tables. Each question is asked once for all figures that want the same of it. */
async function looking(all: Claims['claims'], { tableOf, filters }: Asking): Promise<(figure: Figure) => Estimated> {
	const tables = new Map<string, Table>();
	for (const figure of all.flatMap(({ tests, beside }) => [...tests, ...beside])) {
		if (tables.has(keyOf(figure))) continue;
		const own = parseFilters(new URLSearchParams(entries(figure)));
		const narrowed = { ...filters, ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null && String(value) !== '')) };
		tables.set(keyOf(figure), await tableOf(figure.question, narrowed));
	}
	return (figure) => {
		const table = tables.get(keyOf(figure));
		if (table === undefined) throw new Error(`${figure.question} was not asked`);
		return estimated(figure, table);
	};
}

function keyOf(figure: Figure): string {
	return `${figure.question}?${new URLSearchParams(entries(figure)).toString()}`;
}

function entries({ filters }: Figure): string[][] {
	return Object.entries(filters).flatMap(([name, values]) => values.map((value) => [name, value]));
}

function caveats({ unread }: ClaimsResult): string[] {
	return ['The verdict is on what these records show of these patients: it says nothing of patients elsewhere, and nothing of what caused what.', ...unread];
}
