import type { Cell, Table } from '../question.ts';
import type { Share, Spread, TechniqueResult } from './result.ts';

const columns = ['figure', 'name', 'n', 'count', 'estimate', 'lower', 'upper', 'robust_lower', 'robust_upper', 'q1', 'median', 'q3', 'suppressed'];

/** A row a share and a row a quantity. */
export function table({ conditions, protocols, payers, guided, certified, therapists, atMost, needles, minutes }: TechniqueResult): Table {
	return {
		columns,
		rows: [
			...conditions.map(({ name, share }) => shareRow('condition', name, share)),
			...protocols.map(({ name, share }) => shareRow('protocol', name, share)),
			...payers.map(({ name, share }) => shareRow('payer', name, share)),
			shareRow('ultrasound-guided', 'all', guided),
			shareRow('certified-where-guided', 'all', certified),
			shareRow('therapists-using-ultrasound', 'all', therapists === null ? null : { ...therapists, robust: null }),
			...atMost.map((each) => shareRow('minutes-at-most', String(each.minutes), each.share)),
			spreadRow('needles', needles),
			spreadRow('minutes', minutes),
		],
	};
}

function shareRow(figure: string, name: string, share: Share | null): Cell[] {
	if (share === null) return [figure, name, ...columns.slice(2, -1).map(() => null), 'true'];
	const { n, count, estimate, lower, upper, robust } = share;
	return [figure, name, n, count, estimate, lower, upper, robust?.lower ?? null, robust?.upper ?? null, null, null, null, 'false'];
}

function spreadRow(figure: string, spread: Spread | null): Cell[] {
	return [figure, 'all', spread?.n ?? null, null, null, null, null, null, null, spread?.q1 ?? null, spread?.median ?? null, spread?.q3 ?? null, String(spread === null)];
}
