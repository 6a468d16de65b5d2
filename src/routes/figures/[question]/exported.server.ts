import { error } from '@sveltejs/kit';
import { figureSlug } from '#lib/charts/figure-slug.ts';
import { standalone, type Shape } from '#lib/charts/standalone.server.ts';
import { designOf } from '#lib/evidence/design-of.server.ts';
import { captioned } from '#lib/figures/captioned.server.ts';
import { exportable, type Exportable } from '#lib/figures/exportable.server.ts';
import { questions, type QuestionName } from '#lib/questions/registry.server.ts';
import { answered } from '../../answered.server.ts';
import { questionNamed } from '../../asked.server.ts';
import { etag } from '../../etag.ts';

type Wanted = Readonly<{ locals: App.Locals; params: Readonly<{ question: string; place: string }>; url: URL }>;

/** The figure that an address names, as an SVG, and what is sent with it. `place` is its number or the words of its title. */
export async function exported({ locals, params, url }: Wanted, type: 'svg' | 'png') {
	const name = questionNamed(params.question);
	const shape = url.searchParams.get('size') === 'card' ? 'card' : 'page';
	const { svg, number } = await drawnAs(shape, name, { locals, params, url });
	const headers = {
		'content-type': type === 'svg' ? 'image/svg+xml; charset=utf-8' : 'image/png',
		'content-disposition': `inline; filename="needlepoint-${name}-${number}${shape === 'card' ? '-card' : ''}.${type}"`,
		'content-security-policy': "default-src 'none'; sandbox",
		'cache-control': 'private, no-cache',
		etag: await etag(`${type} ${svg}`),
		'x-content-type-options': 'nosniff',
	};
	return { svg, shape, headers };
}

async function drawnAs<Name extends QuestionName>(shape: Shape, name: Name, { locals, params, url }: Wanted) {
	const { given, codebook, measure, recorded, shown } = await answered(locals, name, url);
	const figures = exportable(name, given, { codebook, measure, source: shown.source });
	const index = placeOf(params.place, figures);
	const figure = figures[index];
	if (figure === undefined) error(404, `${name} has no such figure for these filters: ${params.place}; ${figures.length === 0 ? 'it has none' : `take ${figures.map(({ title }) => figureSlug(title)).join(', ')}`}`);
	return { svg: standalone(captioned(figure, { answer: given, question: questions[name].title, codebook, measure, active: shown.bar.active, trial: designOf(name, given, codebook).trial, ...(name === 'records' ? {} : { recorded }) }), shape), number: index + 1 };
}

function placeOf(place: string, figures: readonly Exportable[]): number {
	return /^\d{1,3}$/u.test(place) ? Number(place) - 1 : figures.findIndex(({ title }) => figureSlug(title) === place);
}
