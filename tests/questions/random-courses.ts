import { z } from 'zod';
import type { Asking, HeldAsking } from '#lib/questions/question.ts';
import type { HeldColumn, HeldScores } from '#lib/server/held/held-courses.ts';
import { cohortOf } from '#lib/server/cohort-of.ts';
import cohortSql from '#lib/server/sql/cohort.sql?raw';
import { rows, run } from '#lib/server/warehouse/database.ts';
import { seededUniform } from '#lib/statistics/seeded-uniform.ts';
import { askingOf, type Value } from './asking-of.ts';

const columns = {
	condition: ['knee-pain', 'low-back-pain', 'plantar-fasciitis', 'unheard-of'],
	protocol: ['dry-needling', 'exercise-only', null],
	clinic: ['harbour', 'hill', null],
	therapist: ['harbour-01', 'harbour-02', 'hill-01', null],
	payer: ['self-pay', null],
	sex: ['female', 'male', null],
	ageBand: ['30-39', '40-49', null],
	chronicity: ['acute', 'chronic', null],
	period: ['2025-Q1', '2025-Q2', null],
	dischargeReason: ['completed', 'did-not-return', 'not-improved', 'referred-imaging', 'referred-on', 'unheard-of', null, null, null],
} as const;

type Column = keyof typeof columns;
type Score = Readonly<{ measure: string; session: number; score: number }>;
type Episode = Readonly<{ patient: number; lastSession: number; visits: readonly Readonly<{ session: number; day: number | null; period: string | null }>[]; scores: readonly Score[]; recorded: Readonly<Record<Column, string | null>> }>;

const names = Object.keys(columns).filter((name): name is Column => Object.hasOwn(columns, name));
const tables = {
	episodes: 'episode_key INTEGER, patient_key INTEGER, condition VARCHAR, protocol VARCHAR, clinic VARCHAR, therapist VARCHAR, payer VARCHAR, sex VARCHAR, age_band VARCHAR, chronicity VARCHAR, period VARCHAR, discharge_reason VARCHAR, visits INTEGER, last_session INTEGER',
	sessions: 'episode_key INTEGER, session_number INTEGER, day_offset INTEGER, period VARCHAR',
	scores: 'episode_key INTEGER, session_number INTEGER, measure VARCHAR, score DOUBLE',
};

/** A question about the same made-up courses in both ways: of tables, and of what is held of them. Few patients, so that many have several courses. */
export async function askingBoth(seed: number, search: string): Promise<Readonly<{ asking: Asking; held: HeldAsking }>> {
	const episodes = madeUp(seededUniform(seed));
	const asking = await askingOf(
		{
			episodes: { columns: tables.episodes, rows: episodes.map(({ patient, visits, lastSession, recorded }, place) => [place + 1, patient, ...names.map((name) => recorded[name]), visits.length, lastSession]) },
			sessions: { columns: tables.sessions, rows: episodes.flatMap(({ visits }, place) => visits.map(({ session, day, period }): Value[] => [place + 1, session, day, period])) },
			scores: { columns: tables.scores, rows: episodes.flatMap(({ scores }, place) => scores.map(({ session, measure, score }): Value[] => [place + 1, session, measure, score])) },
		},
		{ search },
	);
	await run(asking.db, cohortSql, cohortOf(asking.stamp, asking.filters).selecting);
	const keys = await rows(asking.db, z.object({ key: z.number() }), 'SELECT episode_key AS key FROM cohort ORDER BY key');
	const { db: _, ...asked } = asking;
	return { asking, held: { ...asked, stop: undefined, held: { courses: heldCourses(episodes), selected: Uint32Array.from(keys, ({ key }) => key - 1) } } };
}

function madeUp(random: () => number): Episode[] {
	const upTo = (most: number) => Math.floor(random() * (most + 1));
	const oneOf = <T>(values: readonly T[]): T | undefined => values[upTo(values.length - 1)];
	const scale = oneOf([1, 2, 7]) ?? 1;
	const episodes = Array.from({ length: 60 + upTo(300) }, (): Episode => {
		const lastSession = 1 + upTo(oneOf([1, 4, 9, 29]) ?? 1);
		const seen = Array.from({ length: lastSession }, (_, place) => place + 1).filter((session) => session === lastSession || random() < 0.9);
		const visits = seen.map((session) => ({ session, day: random() < 0.1 ? null : 5 * session, period: oneOf(['2025-01', '2025-03', '2025-04', '2025-06', null]) ?? null }));
		const scored = (measure: string, maximum: number) => seen.filter(() => random() < 0.8).map((session) => ({ measure, session, score: upTo(maximum * scale) / scale }));
		const recorded = Object.fromEntries(names.map((name) => [name, oneOf(columns[name]) ?? null]));
		return { patient: 1 + upTo(90), lastSession, visits, scores: [...scored('nprs', 10), ...scored('psfs', 10), ...scored('rmdq', 24)], recorded: { ...allMissing, ...recorded } };
	});
	const conditionOf = ({ recorded }: Episode) => columns.condition.findIndex((condition) => condition === recorded.condition);
	return episodes.sort((a, b) => conditionOf(a) - conditionOf(b) || a.patient - b.patient);
}

const allMissing = { condition: '', protocol: null, clinic: null, therapist: null, payer: null, sex: null, ageBand: null, chronicity: null, period: null, dischargeReason: null };

function heldCourses(episodes: readonly Episode[]): HeldAsking['held']['courses'] {
	const column = (name: Column): HeldColumn => {
		const values = [...new Set(episodes.flatMap(({ recorded }) => recorded[name] ?? []))].sort();
		return { values, codes: Uint8Array.from(episodes, ({ recorded }) => values.indexOf(recorded[name] ?? '') + 1) };
	};
	const latestMonth = episodes.flatMap(({ visits }) => visits.flatMap(({ period }) => period ?? [])).reduce((latest, period) => (period > latest ? period : latest), '');
	const isSettled = (period: string | null) => period === null || latestMonth === '' || months(period) < months(latestMonth) - 3;
	return {
		episodes: episodes.length,
		patients: Uint32Array.from(episodes, ({ patient }) => patient),
		columns: {
			condition: column('condition'),
			protocol: column('protocol'),
			clinic: column('clinic'),
			therapist: column('therapist'),
			payer: column('payer'),
			sex: column('sex'),
			ageBand: column('ageBand'),
			chronicity: column('chronicity'),
			period: column('period'),
			dischargeReason: column('dischargeReason'),
		},
		visits: Uint16Array.from(episodes, ({ visits }) => visits.length),
		lastSession: Uint16Array.from(episodes, ({ lastSession }) => lastSession),
		settled: Uint16Array.from(episodes, ({ visits }) => visits.reduce((last, { session, period }) => (isSettled(period) ? session : last), 0)),
		scoresOf: (measure) => heldScores(episodes.map(({ scores }) => scores.filter((score) => score.measure === measure))),
	};
}

function months(period: string): number {
	const [year, month] = period.split('-').map(Number);
	return (year ?? 0) * 12 + (month ?? 0);
}

function heldScores(scores: readonly (readonly Score[])[]): HeldScores {
	const values = Float64Array.from(new Set(scores.flatMap((own) => own.map(({ score }) => score)))).sort();
	const starts = Uint32Array.from([0, ...scores.map((_, place) => scores.slice(0, place + 1).reduce((sum, own) => sum + own.length, 0))]);
	return { starts, values, sessions: Uint16Array.from(scores.flat(), ({ session }) => session), codes: Uint16Array.from(scores.flat(), ({ score }) => values.indexOf(score)) };
}
