import { withheldCells } from '#lib/server/disclosure/withheld-cells.ts';
import { meanInterval } from '#lib/statistics/mean-interval.ts';
import type { RawClinic } from './dose.server.ts';
import { effectOf } from './effect.ts';
import type { Quadrant } from './result.ts';

/** Effect against utilisation, clinic by clinic in the order of their names; from the clinics shown alone. */
export function quadrantOf(clinics: readonly RawClinic[], minimumCell: number): Quadrant {
	const withheld = withheldCells(clinics.map(({ patients }) => patients), minimumCell);
	const shown = clinics.filter((_, i) => withheld[i] === false);
	const { adjusted, reason } = effectOf(shown);
	const total = shown.reduce((sum, { n }) => sum + n, 0);
	const mean = (of: (clinic: RawClinic) => number) => shown.reduce((sum, clinic) => sum + clinic.n * of(clinic), 0) / total;
	return {
		points: clinics.map((each, i) => {
			const place = shown.indexOf(each);
			if (place < 0) return { clinic: each.clinic, n: null, sessions: null, change: null, suppressed: withheld[i] ?? true };
			const sessions = each.visitsSd === null ? undefined : meanInterval({ n: each.n, mean: each.visits, sd: each.visitsSd });
			return { clinic: each.clinic, n: each.n, sessions: sessions ?? null, change: adjusted[place] ?? null, suppressed: false };
		}),
		middle: total === 0 ? null : { sessions: mean(({ visits }) => visits), change: mean(({ meanY }) => meanY) },
		reason,
	};
}
