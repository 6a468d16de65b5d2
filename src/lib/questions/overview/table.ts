import type { Cell, Table } from '../question.ts';
import type { Overview, OverviewResult } from './result.ts';

const columns = ['condition', 'episodes', 'patients', 'median_sessions', 'change_n', 'change_mean', 'change_lower', 'change_upper', 'responders', 'started', 'response', 'response_lower', 'response_upper', 'completed', 'discharged', 'suppressed'];

/** A row for all, and a row a condition; empty where withheld. */
export function table({ all, conditions }: OverviewResult): Table {
	return { columns, rows: [row('all', all), ...conditions.map(({ condition, ...part }) => row(condition, part))] };
}

function row(name: string, { episodes, patients, sessions, change, responders, completion, suppressed }: Overview): Cell[] {
	const response = responders?.ofAll;
	return [
		...[name, episodes, patients, sessions?.median ?? null],
		...[change?.n ?? null, change?.mean ?? null, change?.lower ?? null, change?.upper ?? null],
		...[response?.count ?? null, response?.n ?? null, response?.estimate ?? null, response?.lower ?? null, response?.upper ?? null],
		...[completion?.count ?? null, completion?.n ?? null, String(suppressed)],
	];
}
