import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Margin, Reading, Table } from '#lib/charts/drawing.ts';
import { noun, scaleOf } from '#lib/charts/measure.ts';
import { count, decimal, estimate, percent, plural } from '#lib/charts/number.ts';
import { withheld } from '#lib/charts/withheld.ts';
import type { DepartureGroup } from './result.ts';

export const sideNames = { left: ['did not', 'come back'], stayed: ['came back for', 'another session'] } as const;

type After = DepartureGroup['after'][number];

/** Whether those who left scored better or worse than those who stayed, weighted by how many left after each session. */
export function departureSentence({ after }: DepartureGroup, measure: Measure): string {
	const { leavers, difference } = contrast(after);
	if (leavers === 0) return 'Too few episodes ended while others went on to say how those who left differ from those who came back.';
	const size = `${decimal(Math.abs(difference))} ${measure.unit}`;
	if (Math.abs(difference) < (measure.maximum - measure.minimum) / 100) return `Those who did not come back scored about the same at their last visit as those who did (${count(leavers)} episodes).`;
	const better = difference < 0 === (measure.better === 'lower');
	return `At their last visit, those who did not come back scored on average ${size} ${better ? 'better' : 'worse'} than those who did (${count(leavers)} episodes): the plain mean of those still attending looks ${better ? 'worse' : 'better'} than the course of all who started.`;
}

export function departureMargin({ after }: DepartureGroup, measure: Measure): Margin[] {
	const { leavers, difference } = contrast(after);
	if (leavers === 0) return [];
	const better = difference < 0 === (measure.better === 'lower');
	return [{ figure: decimal(Math.abs(difference)), unit: measure.unit, text: `${better ? 'better' : 'worse'} at their last visit, on average, than those who came back: ${plural(leavers, 'episode')} that ended, each compared at its own session.` }];
}

export function departureLabel(group: DepartureGroup, name: string, measure: Measure, synthetic: boolean): string {
	return `${synthetic ? 'Synthetic data. ' : ''}${name}: mean ${noun(measure)} at each session of those who did not come back after it and of those who did, ${scaleOf(measure)}, ${measure.better} is better. ${departureSentence(group, measure)}`;
}

export function departureReadings({ after }: DepartureGroup): Reading[] {
	return after.map(({ session, left, stayed }) => ({
		session,
		context: contextOf(left, stayed),
		values: [
			{ label: sideNames.stayed.join(' '), text: estimate(stayed), value: stayed?.mean ?? null, tone: 'stayed' },
			{ label: sideNames.left.join(' '), text: estimate(left), value: left?.mean ?? null, tone: 'left' },
		],
	}));
}

export function departureTable({ after }: DepartureGroup, name: string, measure: Measure): Table {
	return {
		caption: `${name}: ${noun(measure)} at each session by whether the patient came back (95\u00a0% intervals in brackets)`,
		columns: ['Session', 'Ended with it', 'Their mean', 'Came back', 'Their mean'],
		rows: after.map(({ session, left, stayed }) => [String(session), left === null ? 'withheld' : count(left.n), estimate(left), stayed === null ? 'withheld' : count(stayed.n), estimate(stayed)]),
	};
}

function contextOf(left: After['left'], stayed: After['stayed']): string {
	if (left === null && stayed === null) return withheld;
	return `${left === null ? 'withheld' : plural(left.n, 'episode')} ended, ${stayed === null ? 'withheld' : count(stayed.n)} went on`;
}

/** Leavers against stayers at the same session, weighted by how many left there. */
function contrast(after: readonly After[]): { leavers: number; difference: number } {
	const known = after.flatMap(({ left, stayed }) => {
		const [gone, here] = [left?.mean ?? null, stayed?.mean ?? null];
		return left === null || gone === null || here === null ? [] : [{ n: left.n, apart: gone - here }];
	});
	const leavers = known.reduce((sum, { n }) => sum + n, 0);
	return { leavers, difference: known.reduce((sum, { n, apart }) => sum + n * apart, 0) / leavers };
}

export type Reason = Readonly<{ label: string; n: number; share: number; text: string }>;

/** Discharge reasons in the words of the codebook, with their share of all episodes; those withheld stand together in one row. */
export function reasons({ reasons: counted, episodes }: DepartureGroup, codebook: Codebook): Reason[] {
	if (episodes === null) return [];
	const labelOf = (reason: string) => (reason === 'none' ? 'No reason recorded' : (codebook.dischargeReasons.find((each) => each.id === reason)?.label ?? reason));
	const shown = counted.flatMap(({ reason, n }) => (n === null ? [] : [{ label: labelOf(reason), n }]));
	const withheldOnes = counted.filter(({ n }) => n === null).map(({ reason }) => labelOf(reason));
	const rest = { label: `Together: ${withheldOnes.join(', ').toLowerCase()}`, n: shown.reduce((left, { n }) => left - n, episodes) };
	return [...shown, ...(withheldOnes.length > 0 ? [rest] : [])].map(({ label, n }) => ({ label, n, share: n / episodes, text: `${count(n)} (${percent(n / episodes)})` }));
}
