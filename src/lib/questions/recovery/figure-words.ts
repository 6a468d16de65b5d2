import type { Measure } from '#lib/codebook/schema.ts';
import type { Reading, Table } from '#lib/charts/drawing.ts';
import { noun, scaleOf } from '#lib/charts/measure.ts';
import { count, decimal, estimate, plural } from '#lib/charts/number.ts';
import { withheld } from '#lib/charts/withheld.ts';
import { axisWords } from './axis-words.ts';
import { medianText } from './distribution-words.ts';
import type { RecoveryGroup } from './result.ts';
import { shiftReading, shiftSentence } from './shift-words.ts';
import { gapSentence, leftSentence } from './words.ts';

export const lineNames = {
	plain: ['plain mean of those', 'still attending'],
	adjusted: ['accounting for', 'who left'],
} as const;

export function recoveryLabel(group: RecoveryGroup, name: string, measure: Measure, synthetic: boolean): string {
	const { one, axis } = axisWords[group.axis];
	const hidden = group.points.filter((point) => point.suppressed).length;
	return [
		`${synthetic ? 'Synthetic data. ' : ''}${name}: mean ${noun(measure)} by ${axis}, ${scaleOf(measure)}, ${measure.better} is better.`,
		gapSentence(group, measure),
		leftSentence(group),
		shiftSentence(group, measure),
		hidden > 0 ? `${plural(hidden, `${one} is`, `${one}s are`)} ${withheld}.` : null,
	]
		.filter((sentence) => sentence !== null)
		.join(' ');
}

export function recoveryReadings({ points, delta, shifted }: RecoveryGroup): Reading[] {
	return points.map((point) => {
		const worse = shifted.find(({ session }) => session === point.session);
		return {
			session: point.session,
			context: point.n === null ? withheld : plural(point.n, 'episode'),
			values: [
				{ label: lineNames.plain.join(' '), text: estimate(point), value: point.mean, tone: 'plain' },
				{ label: lineNames.adjusted.join(' '), text: estimate(point.adjusted), value: point.adjusted?.mean ?? null, tone: 'adjusted' },
				...(delta === null ? [] : [{ label: shiftReading(delta), text: estimate(worse), value: worse?.mean ?? null, tone: 'left' } as const]),
			],
		};
	});
}

export function recoveryTable({ points, axis, delta, staying, shifted }: RecoveryGroup, name: string, measure: Measure): Table {
	const { one, title } = axisWords[axis];
	return {
		caption: `${name}: ${noun(measure)} by ${one} (${scaleOf(measure)}, 95\u00a0% intervals in brackets)`,
		columns: [title, 'Episodes', 'Plain mean', 'Accounting for who left', 'Weighted by the chance to have stayed', 'Effective episodes', ...(delta === null ? [] : [`Left: ${decimal(delta)} worse`]), 'Median (quartiles)', 'SD'],
		rows: points.map((point) => {
			const weighted = staying.find(({ session }) => session === point.session);
			return [
				String(point.session),
				point.n === null ? 'withheld' : count(point.n),
				estimate(point),
				estimate(point.adjusted),
				estimate(weighted),
				weighted === undefined ? '–' : count(weighted.effectiveN),
				...(delta === null ? [] : [estimate(shifted.find(({ session }) => session === point.session))]),
				medianText(point),
				point.sd === null ? '–' : decimal(point.sd),
			];
		}),
	};
}
