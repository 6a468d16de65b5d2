import { moment } from '#lib/charts/moment.ts';
import type { Evidence } from '#lib/evidence/evidence.ts';
import { citationWords, designWords } from '#lib/evidence/fact-sheet-words.ts';
import { shownTable } from '#lib/questions/shown-table.ts';
import { published } from '../published.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const { id, publishedAt, evidence } = await published(locals, params.id);
	const codebook = await locals.warehouse.read(async (_, stamp) => stamp.codebook);
	const { title, subtitle, sentence, keyNumbers, alt, notes, fine, caveats, method, snapshot, svg } = evidence;
	const address = reachedAt(url);
	const [, width = '', height = ''] = /width="(\d+)" height="(\d+)"/u.exec(svg) ?? [];
	return {
		stamp: { ...snapshot, minimumCell: method.minimumCell },
		...{ id, title, subtitle, sentence, keyNumbers, alt, caveats, width, height },
		method: { ...method, sql: [] },
		words: [...notes, ...fine],
		design: designWords(evidence),
		table: shownTable(withoutStamp(evidence), `${title}: all numbers of the figure, as a table`, codebook),
		on: moment(publishedAt),
		snapshotOn: moment(snapshot.publishedAt),
		cite: `${citationWords(evidence)} ${address}/share/${id}`,
		embed: `<iframe src="${address}/embed/${id}" title="Figure by Needlepoint" width="${width}" height="${height}" loading="lazy"></iframe>`,
	};
};

/** The server takes every request for one by https, which none to this machine itself is. */
function reachedAt({ origin, host, hostname }: URL): string {
	return ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? `http://${host}` : origin;
}

function withoutStamp({ numbers: { columns, rows } }: Evidence) {
	const kept = columns.flatMap((column, place) => (column === 'snapshot' || column === 'synthetic' ? [] : [place]));
	return { columns: kept.map((place) => columns[place] ?? ''), rows: rows.map((row) => kept.map((place) => row[place] ?? null)) };
}
