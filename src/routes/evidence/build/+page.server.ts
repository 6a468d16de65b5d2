import { fail, redirect } from '@sveltejs/kit';
import { figureAddresses } from '#lib/charts/figure-addresses.ts';
import { figureSlug } from '#lib/charts/figure-slug.ts';
import { moment } from '#lib/charts/moment.ts';
import type { Evidence, EvidenceSpec } from '#lib/evidence/evidence.ts';
import { evidenceOf } from '#lib/evidence/evidence-of.server.ts';
import { designWords } from '#lib/evidence/fact-sheet-words.ts';
import { ownFigures } from '#lib/evidence/own-figures.server.ts';
import { Refused } from '#lib/evidence/refused.ts';
import type { Answer } from '#lib/questions/answer.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import type { RecordsResult } from '#lib/questions/records/result.ts';
import { isTellable } from '#lib/questions/tellable.ts';
import { answer } from '#lib/server/answer.ts';
import { publish } from '#lib/server/published/publish.ts';
import { allPublished } from '#lib/server/published/published-evidence.ts';
import { withdraw } from '#lib/server/published/withdraw.ts';
import { asked } from '../../asked.server.ts';
import { embedCode } from '../../embed-code.ts';
import { choices } from './choices.server.ts';
import { searchOfSpec, specOf } from './spec-of.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const records = await answer(locals.warehouse, 'records', parseFilters(new URLSearchParams()));
	const spec = specOf(url);
	if (spec.question === '') redirect(307, `/evidence/build?${searchOfSpec({ question: 'recovery', search: usual(records), figure: '' })}`);
	const figures = await figuresFor(locals, spec, records);
	const figure = figures.some(({ slug }) => slug === spec.figure) ? spec.figure : '';
	const found = await evidenceOf(locals.warehouse, { ...spec, figure }).catch(reasonOf);
	return {
		stamp: { ...records.snapshot, minimumCell: records.method.minimumCell },
		form: choices(spec, records, figures),
		...(typeof found === 'string' ? { refused: found, evidence: null } : { refused: null, evidence: { ...shown(found), published: await publishedOf(locals, found.spec, url) } }),
	};
};

/** Publishing makes the figure again for the public: rounded, and checked against all that was published before. */
export const actions: Actions = {
	publish: async ({ locals: { warehouse }, url }) => {
		const record = await evidenceOf(warehouse, specOf(url), 'public').then((evidence) => publish(warehouse, evidence)).catch(reasonOf);
		return typeof record === 'string' ? fail(422, { refused: record }) : redirect(303, `/share/${record.id}`);
	},
	withdraw: async ({ locals: { warehouse }, request, url }) => {
		const id = (await request.formData()).get('id');
		if (typeof id === 'string') await withdraw(warehouse.folder, id);
		redirect(303, `/evidence/build?${searchOfSpec(specOf(url))}`);
	},
};

function reasonOf(reason: unknown): string {
	if (reason instanceof Refused) return reason.message;
	throw reason;
}

/** Where the same figure was published before, of this or another snapshot. */
async function publishedOf({ warehouse }: App.Locals, spec: EvidenceSpec, url: URL) {
	const all = await allPublished(warehouse.folder);
	return all.filter(({ evidence }) => searchOfSpec(evidence.spec) === searchOfSpec(spec)).map(({ id, publishedAt, evidence }) => ({
		...{ id, on: moment(publishedAt), snapshot: evidence.snapshot.id },
		embed: embedCode(url, id, sizeOf(evidence)),
	}));
}

/** The condition of which there is most, so that the page opens with something to look at. */
function usual({ vocabulary }: RecordsResult): string {
	const [most] = vocabulary.condition.toSorted((a, b) => (b.n ?? 0) - (a.n ?? 0));
	return most === undefined ? '' : new URLSearchParams({ condition: most.value }).toString();
}

async function figuresFor(locals: App.Locals, { question, search }: EvidenceSpec, { codebook }: Answer<RecordsResult>) {
	if (!isTellable(question)) return [];
	const { answer: given } = await asked(locals, question, parseFilters(new URLSearchParams(search)));
	return ownFigures(question, given, codebook).map(({ title }) => ({ slug: figureSlug(title), title }));
}

function shown({ spec, title, alt, ...rest }: Evidence) {
	const to = figureAddresses(`/api/${spec.question}?${spec.search}`, title);
	const search = searchOfSpec(spec);
	const { sentence, keyNumbers, notes, fine, caveats, method } = rest;
	return {
		...{ title, alt, sentence, keyNumbers, caveats, method, ...sizeOf(rest) },
		design: designWords(rest),
		words: [...notes, ...fine],
		preview: to.svg,
		search,
		files: [
			{ label: 'Drawing', kind: 'SVG', href: to.svg },
			{ label: 'Picture, twice the size', kind: 'PNG', href: to.png },
			{ label: 'Card for a post', kind: 'PNG, 1200 × 630', href: to.card },
			{ label: 'Numbers', kind: 'CSV', href: to.csv },
			{ label: 'Numbers', kind: 'Excel', href: to.xlsx },
			{ label: 'Fact sheet, one page', kind: 'PDF', href: `/evidence/build/fact-sheet.pdf?${search}` },
			{ label: 'Evidence pack, to be checked again', kind: 'ZIP', href: `/evidence/build/pack?${search}` },
		],
	};
}

function sizeOf({ svg }: Pick<Evidence, 'svg'>) {
	const [, width = '', height = ''] = /width="(\d+)" height="(\d+)"/u.exec(svg) ?? [];
	return { width, height };
}
