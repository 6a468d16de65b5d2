import type { Margin, Reading, Table } from '#lib/charts/drawing.ts';
import { count, list, percent, percents, plural } from '#lib/charts/number.ts';
import { withheld } from '#lib/charts/withheld.ts';
import { undrawnNotes, type NamedGroup } from '../named-groups.ts';
import { horizon, horizons, level, reevaluationNote } from './reevaluation.ts';
import type { PrognosisGroup } from './result.ts';

export type Named = NamedGroup<PrognosisGroup>;
export type Chance = Readonly<{ session: number; sessions: number; estimate: number; lower: number; upper: number }>;

/** The chances that may be drawn. */
export function chancesOf({ landmarks }: PrognosisGroup): Chance[] {
	return landmarks.flatMap(({ session, within }) => within.flatMap(({ sessions, ifContinued }) => (ifContinued === null ? [] : [{ session, sessions, ...ifContinued }])));
}

export function isShown({ group }: Named): boolean {
	return chancesOf(group).length > 0;
}

/** The last session after which there is a chance to draw. */
export function lastShown(group: PrognosisGroup): number {
	return Math.max(1, ...chancesOf(group).map(({ session }) => session));
}

export function prognosisTitle(named: readonly Named[]): string {
	const title = `o response yet: the chance of one within the next ${list(horizons.map(String))} sessions`;
	return named.length === 1 ? `${named[0]?.name ?? ''}, n${title}` : `N${title}`;
}

export function prognosisLabel(named: readonly Named[], synthetic: boolean): string {
	const sentences = named.map(({ group, name }) => `${name}: ${endText(group)}`);
	return `${synthetic ? 'Synthetic data. ' : ''}Chance to report a meaningful improvement within the next ${list(horizons.map(String))} sessions, had all gone on, by the number of sessions without one. ${sentences.join(' ')}`;
}

export function prognosisNotes(named: readonly Named[], all: readonly Named[]): string[] {
	const last = Math.max(...named.map(({ group }) => lastShown(group)));
	const ends = Math.max(...named.map(({ group }) => Math.max(1, ...group.landmarks.map(({ session }) => session))));
	return [
		'Counted are those who came again after so many sessions without a response. Lines on the marks are 95\u00a0% intervals (Kaplan–Meier); those who left are supposed to have responded as those who stayed did.',
		...reevaluationNotes(named),
		`${percent(level)} is a convention, not a finding, and meant for the next ${horizon} sessions.`,
		...(named.some(({ group }) => group.landmarks.some(({ session, suppressed }) => suppressed && session <= last)) ? [`Sessions over pale bands are ${withheld}.`] : []),
		'A mark that is missing is withheld, or too few were followed so long.',
		...(ends > last ? [`After session ${last} no chance can be shown.`] : []),
		...undrawnNotes(all, named),
	];
}

export function prognosisMargin({ group }: Named): Margin[] {
	const chance = chancesOf(group).findLast(({ sessions, session }) => sessions === horizon && session > 1);
	if (chance === undefined) return [];
	const after = group.landmarks.find(({ session }) => session === chance.session)?.n ?? null;
	return [{ figure: percent(chance.estimate), unit: '', text: `is the chance, after ${chance.session} sessions without a response, of one within the next ${horizon} (95\u00a0% interval ${percents(chance)}${after === null ? '' : `; ${plural(after, 'episode')} came again`}).` }];
}

export function prognosisReadings({ group }: Named): Reading[] {
	const last = lastShown(group);
	return group.landmarks
		.filter(({ session }) => session <= last)
		.map(({ session, n, within }) => ({
			session,
			context: n === null ? withheld : `without a response, ${plural(n, 'episode')} came again`,
			values: within.map(({ sessions, ifContinued }, index) => ({ label: nextText(sessions), text: chanceText(ifContinued), value: ifContinued?.estimate ?? null, tone: tones[index] ?? 'ink' })),
		}));
}

const tones = ['series-1', 'series-2', 'series-3'] as const;

export function prognosisTable(named: readonly Named[]): Table {
	const several = named.length > 1;
	return {
		caption: 'Chance of a response within the next sessions, had all gone on (95\u00a0% intervals in brackets), by the number of sessions without one',
		columns: [several ? 'Group and sessions so far' : 'Sessions so far', 'Came again', ...horizons.map(nextText)],
		rows: named.flatMap(({ group, name }) =>
			group.landmarks.map(({ session, n, within, suppressed }) => [
				several ? `${name}, ${session}` : String(session),
				n === null ? 'withheld' : count(n),
				...within.map(({ ifContinued }) => (suppressed ? 'withheld' : chanceText(ifContinued))),
			]),
		),
	};
}

function reevaluationNotes(named: readonly Named[]): string[] {
	const silent = named.filter(({ group }) => group.reevaluate === null);
	const said = named.flatMap(({ group, name }) => (group.reevaluate === null ? [] : [`${named.length === 1 ? '' : `${name}: `}${noteOf(group)}`]));
	const whose = silent.length === named.length ? '' : ` of ${list(silent.map(({ name }) => name))}`;
	return [...said, ...(silent.length === 0 ? [] : [`No chance${whose} that can be shown stays below ${percent(level)} within the next ${horizon} sessions.`])];
}

/** The answer's own note is the same for all readers. */
export function noteOf({ reevaluate, threshold }: PrognosisGroup): string {
	return reevaluate !== null ? reevaluationNote(reevaluate, threshold ?? '') : `no chance that can be shown stays below ${percent(level)} within the next ${horizon} sessions.`;
}

function endText(group: PrognosisGroup): string {
	const end = chancesOf(group).findLast(({ sessions }) => sessions === horizon) ?? chancesOf(group).at(-1);
	if (end === undefined) return 'all sessions withheld.';
	return `after session ${end.session}, ${chanceText(end)} within the ${nextText(end.sessions)}; ${noteOf(group)}`;
}

function nextText(sessions: number): string {
	return sessions === 1 ? 'next session' : `next ${sessions} sessions`;
}

/** `49 % (44 to 54 %)`, or a dash. */
function chanceText(chance: Readonly<{ estimate: number; lower: number; upper: number }> | null): string {
	return chance === null ? '–' : `${percent(chance.estimate)} (${percents(chance)})`;
}
