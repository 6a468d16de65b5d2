import { boundsCells } from '../bounds.ts';
import type { Cell, Table } from '../question.ts';
import type { VisitShare } from '../visit-share.ts';
import type { TolerabilityResult } from './result.ts';

const columns = ['figure', 'part', 'name', 'n', 'count', 'estimate', 'lower', 'upper', 'robust_lower', 'robust_upper', 'median', 'q1', 'q3', 'others_n', 'others_mean', 'suppressed'];

/** A row a mean, a difference from all others, a share over within some hours, an event rate and a published rate, the `figure` naming which. */
export function table({ spreads, contrasts, over, events }: TolerabilityResult): Table {
	return {
		columns,
		rows: [
			...spreads.map((row) => [`${row.outcome} mean`, row.part, row.name, row.n, null, row.mean, ...boundsCells(row.interval), ...boundsCells(row.robust), row.median, row.q1, row.q3, null, null, String(row.suppressed)]),
			...contrasts.map((row) => [`${row.outcome} against others`, row.part, row.name, row.n, null, row.difference, ...boundsCells(row.interval), ...boundsCells(row.robust), null, null, null, row.othersN, row.othersMean, String(row.suppressed)]),
			...over.map((row) => [`soreness over within ${row.hours} h`, row.part, row.name, ...shared(row), ...blank, String(row.suppressed)]),
			...events.parts.map((row) => ['adverse event', row.part, row.name, ...shared(row), ...blank, String(row.suppressed)]),
			...events.kinds.map((row) => ['adverse event', 'kind', row.label, ...shared(row), ...blank, 'false']),
			...events.published.map(({ study, label, treatments, percent, below }) => [`published${below ? ', at most' : ''}: ${study}`, 'kind', label, treatments, null, percent / 100, null, null, null, null, ...blank, 'false']),
		],
	};
}

const blank: readonly Cell[] = [null, null, null, null, null];

function shared({ share }: Readonly<{ share: VisitShare | null }>): Cell[] {
	return [share?.n ?? null, share?.count ?? null, share?.estimate ?? null, ...boundsCells(share?.interval), ...boundsCells(share?.robust)];
}
