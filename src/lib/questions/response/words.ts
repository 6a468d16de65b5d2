import type { Margin, Reading, Table } from '#lib/charts/drawing.ts';
import { count, interval, list, percent, percents, plural } from '#lib/charts/number.ts';
import { withheld } from '#lib/charts/withheld.ts';
import { undrawnNotes, type NamedGroup } from '../named-groups.ts';
import type { Chance, ResponseGroup, ResponsePoint } from './result.ts';

export type Named = NamedGroup<ResponseGroup>;
type Median = NonNullable<ResponseGroup['median']>;

export function isShown({ group: { points } }: Named): boolean {
	return points.some(({ responded }) => responded !== null);
}

export function lastSession({ points }: ResponseGroup): number {
	return Math.max(1, ...points.map(({ session }) => session));
}

export function medianText({ estimate, lower, upper }: Median): string {
	if (estimate === null) return 'half not reached';
	return `half by session ${estimate}${lower === null || upper === null ? '' : ` (${lower === upper ? lower : interval({ lower, upper }, String)})`}`;
}

export function responseTitle(named: readonly Named[]): string {
	return named.length === 1 ? `${named[0]?.name ?? ''}: share that has responded by each session` : 'Share that has responded by each session';
}

export function responseLabel(named: readonly Named[], synthetic: boolean): string {
	const sentences = named.map(({ group, name }) => `${name}: ${group.points.some(({ responded }) => responded !== null) ? endText(group) : 'all sessions withheld'}.`);
	return `${synthetic ? 'Synthetic data. ' : ''}Chance to have reported a meaningful improvement by session number, had all gone on (Kaplan–Meier). ${sentences.join(' ')}`;
}

export function responseNotes(named: readonly Named[], all: readonly Named[]): string[] {
	return [
		`A response is the first session after the first at which patients reported ${thresholds(named)}.`,
		`The line is the chance to have responded had all gone on and those who left responded as those who stayed did (Kaplan–Meier), the shaded band its 95\u00a0% interval; the diamond is the session by which half had responded${named.some(({ group }) => hasLimits(group)) ? ', the bar through it the interval of that' : ''}.`,
		...(named.some(({ group }) => group.median?.estimate === null) ? ['Where there is no diamond, half is not reached at a session that can be shown.'] : []),
		...populationNotes(named),
		...(named.some(({ group }) => group.points.some(({ suppressed }) => suppressed)) ? [`Where the line breaks, over pale bands, sessions are ${withheld}.`] : []),
		...undrawnNotes(all, named),
	];
}

/** Whom the shares are of. */
export function populationNotes(named: readonly Named[]): string[] {
	const everyone = named.filter(({ group }) => group.of === 'all').map(({ name }) => name);
	const counted = named.length === 1 && everyone.length === 0 ? (named[0]?.group.able ?? null) : null;
	if (everyone.length === named.length) return ['Counted are all episodes with a score at session 1.'];
	return [
		`Counted are ${counted === null ? 'the episodes' : `the ${plural(counted, 'episode')}`} whose score at session 1 lets them respond${everyone.length > 0 ? `; all with a score there for ${list(everyone)}` : ''}.`,
	];
}

export function responseMargin({ group }: Named): Margin[] {
	const { median, landmarks, of } = group;
	const half = median?.estimate ?? null;
	const bounds = landmarks.flatMap(({ session, ofAble, ofAll }) => {
		const cases = of === 'able' ? ofAble : ofAll;
		return cases === null || cases.best === null ? [] : [{ session, lower: cases.worst.estimate, upper: cases.best.estimate }];
	});
	const last = bounds.at(-1);
	return [
		...(half === null ? [] : [{ figure: String(half), unit: 'sessions', text: `until half had reported ${group.threshold ?? 'a meaningful improvement'}, had all gone on${limitsText(median)}.` }]),
		...(last === undefined ? [] : [{ figure: percents(last), unit: '', text: `responded by session ${last.session}, whatever became of those no longer seen: from the worst case, that none of them responded, to the best, that all did.` }]),
	];
}

export function responseReadings({ group: { points } }: Named): Reading[] {
	return points.map((point) => ({
		session: point.session,
		context: point.inCare === null ? withheld : `${count(point.inCare)} still in care without a response`,
		values: [{ label: 'responded by then, had all gone on', text: chanceText(point.responded), value: point.responded?.estimate ?? null, tone: 'adjusted' }],
	}));
}

export function responseTable(named: readonly Named[]): Table {
	const last = Math.max(...named.map(({ group }) => lastSession(group)));
	const heads = named.length === 1 ? ['Responded', 'In care without a response'] : named.flatMap(({ name }) => [name, 'In care']);
	return {
		caption: 'Chance to have responded by session, had all gone on (95\u00a0% intervals in brackets), and episodes still in care without a response',
		columns: ['Session', ...heads],
		rows: Array.from({ length: last }, (_, index) => index + 1).map((session) => [String(session), ...named.flatMap(({ group }) => cells(group.points.find((point) => point.session === session)))]),
	};
}

/** `49 % (44 to 54 %)`, or a dash. */
export function chanceText(chance: Chance | null): string {
	if (chance === null) return '–';
	const { estimate, lower, upper } = chance;
	return lower === null || upper === null ? percent(estimate) : `${percent(estimate)} (${percents({ lower, upper })})`;
}

function cells(point: ResponsePoint | undefined): string[] {
	if (point === undefined) return ['–', '–'];
	return point.suppressed ? ['withheld', 'withheld'] : [chanceText(point.responded), point.inCare === null ? 'withheld' : count(point.inCare)];
}

function endText({ points, median }: ResponseGroup): string {
	const end = points.findLast(({ responded }) => responded !== null);
	const hidden = points.filter(({ suppressed }) => suppressed).length;
	return [
		end === undefined ? null : `${chanceText(end.responded)} by session ${end.session}`,
		median === null ? null : medianText(median),
		hidden === 0 ? null : `${plural(hidden, 'session is', 'sessions are')} withheld`,
	]
		.filter((part) => part !== null)
		.join('; ');
}

function thresholds(named: readonly Named[]): string {
	const labels = [...new Set(named.flatMap(({ group }) => group.threshold ?? []))];
	return labels.length === 1 ? (labels[0] ?? '') : named.map(({ group, name }) => `${group.threshold ?? ''} (${name})`).join(', ');
}

function hasLimits({ median }: ResponseGroup): boolean {
	return typeof median?.lower === 'number' && typeof median.upper === 'number';
}

function limitsText(median: Median | null): string {
	if (median === null || median.lower === null || median.upper === null) return '';
	return ` (95\u00a0% interval ${interval({ lower: median.lower, upper: median.upper }, String)})`;
}
