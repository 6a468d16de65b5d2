import type { Reading, Table, Tone } from '#lib/charts/drawing.ts';
import { percent } from '#lib/charts/number.ts';
import { withheld } from '#lib/charts/withheld.ts';
import { undrawnNotes } from '../named-groups.ts';
import type { ResponseGroup, ResponsePoint } from './result.ts';
import { chanceText, lastSession, populationNotes, type Named } from './words.ts';

type State = keyof NonNullable<ResponsePoint['states']>;
export type Part = Readonly<{ session: number; state: State; name: string; short: string; share: number; from: number; to: number }>;

/** From the foot of the stack to its top. */
const order: readonly Readonly<{ state: State; name: string; short: string; tone: Tone }>[] = [
	{ state: 'responded', name: 'responded', short: 'responded', tone: 'adjusted' },
	{ state: 'discharged', name: 'discharged otherwise', short: 'discharged', tone: 'series-4' },
	{ state: 'left', name: 'left without response', short: 'left', tone: 'left' },
	{ state: 'inCare', name: 'still in care', short: 'in care', tone: 'ink' },
];

export const stateColours: Readonly<Record<State, Readonly<{ fill: string; opacity: number; text: string }>>> = {
	responded: { fill: 'var(--adjusted)', opacity: 0.9, text: 'var(--adjusted)' },
	discharged: { fill: 'var(--series-4)', opacity: 0.5, text: 'var(--series-4)' },
	left: { fill: 'var(--left-bar)', opacity: 1, text: 'var(--left)' },
	inCare: { fill: 'var(--count)', opacity: 1, text: 'var(--ink-2)' },
};

/** The four shares of a session, each on top of the other; none where they are withheld. */
export function stackOf({ session, states }: ResponsePoint): Part[] {
	if (states === null) return [];
	return order.map(({ state, name, short }, index) => {
		const from = order.slice(0, index).reduce((sum, below) => sum + states[below.state].estimate, 0);
		const share = states[state].estimate;
		return { session, state, name, short, share, from, to: from + share };
	});
}

export function hasStates({ group: { points } }: Named): boolean {
	return points.some(({ states }) => states !== null);
}

export function statesTitle(named: readonly Named[]): string {
	return named.length === 1 ? `${named[0]?.name ?? ''}: what had become of the episodes after each session` : 'What had become of the episodes after each session';
}

export function statesLabel(named: readonly Named[], synthetic: boolean): string {
	const sentences = named.map(({ group, name }) => `${name}: ${endText(group)}.`);
	return `${synthetic ? 'Synthetic data. ' : ''}Shares of the episodes that had responded, were discharged, had left or were in care by session number (Aalen–Johansen). ${sentences.join(' ')}`;
}

export function statesNotes(named: readonly Named[], all: readonly Named[]): string[] {
	return [
		'Chances of each state as things went (Aalen–Johansen); here leaving and discharge end the wait for a response, so fewer have responded than had all gone on. The 95\u00a0% intervals are in the table.',
		'Left: the discharge reason says so, or none is recorded and no visit followed, without a response. Discharged otherwise: for another reason, without a response.',
		...populationNotes(named),
		...(named.some(({ group }) => group.points.some(({ states }) => states === null)) ? [`Sessions over pale bands are ${withheld} in one of the states, or too recent to tell who left.`] : []),
		...undrawnNotes(all, named),
	];
}

/** The value is where a part of the stack ends, the text how large it is. */
export function statesReadings({ group: { points } }: Named): Reading[] {
	return points.map((point) => {
		const stack = stackOf(point);
		return {
			session: point.session,
			context: point.states === null ? withheld : '',
			values: order.map(({ state, name, tone }) => ({ label: name, text: chanceText(point.states?.[state] ?? null), value: stack.find((part) => part.state === state)?.to ?? null, tone })),
		};
	});
}

export function statesTable(named: readonly Named[]): Table {
	const several = named.length > 1;
	const last = Math.max(...named.map(({ group }) => lastSession(group)));
	const sessions = Array.from({ length: last }, (_, index) => index + 1);
	return {
		caption: 'Chance of each state after a session, as things went (95\u00a0% intervals in brackets)',
		columns: [several ? 'Group and session' : 'Session', ...order.map(({ name }) => name)],
		rows: named.flatMap(({ group, name }) =>
			sessions.flatMap((session) => {
				const point = group.points.find((each) => each.session === session);
				if (point === undefined) return [];
				return [[several ? `${name}, ${session}` : String(session), ...order.map(({ state }) => (point.states === null ? 'withheld' : chanceText(point.states[state])))]];
			}),
		),
	};
}

function endText({ points }: ResponseGroup): string {
	const end = points.findLast(({ states }) => states !== null);
	if (end === undefined) return 'all sessions withheld';
	return `after session ${end.session}, ${stackOf(end).map(({ name, share }) => `${percent(share)} ${name}`).join(', ')}`;
}
