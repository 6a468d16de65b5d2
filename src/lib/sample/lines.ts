import { episodeColumns, visitColumns } from './columns.ts';
import type { Episode } from './episode.ts';

export const columnNames = [...Object.keys(episodeColumns), ...Object.keys(visitColumns)];

const ofEpisode = Object.values(episodeColumns);
const ofVisit = Object.values(visitColumns);

/** One line a visit, each ending in a line feed. The scenario lets no value need quotes. */
export function lines(episode: Episode, delimiter: string): string[] {
	const start = ofEpisode.map((column) => column(episode)).join(delimiter);
	return episode.visits.map((visit) => {
		let line = start;
		for (const column of ofVisit) line += delimiter + (column(visit, episode) ?? '');
		return line + '\n';
	});
}
