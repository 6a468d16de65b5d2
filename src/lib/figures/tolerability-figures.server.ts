import { drawBoth } from '#lib/charts/draw.server.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Answer } from '#lib/questions/answer.ts';
import { sorenessChart } from '#lib/questions/tolerability/chart.ts';
import { eventChart } from '#lib/questions/tolerability/event-chart.ts';
import { eventLabel, eventNotes, eventTable, eventTitle } from '#lib/questions/tolerability/event-words.ts';
import type { TolerabilityResult } from '#lib/questions/tolerability/result.ts';
import { sorenessLabel, sorenessNotes, sorenessOf, sorenessTable, sorenessTitle } from '#lib/questions/tolerability/words.ts';

type About = Readonly<{ codebook: Codebook; measure: Measure; source: string }>;

/** How long soreness lasted region by region, and how often events were recorded. */
export function tolerabilityFigures(answer: Answer<TolerabilityResult>, { codebook, source }: About) {
	const { synthetic } = answer.snapshot;
	const { events } = answer;
	const rows = sorenessOf(answer, codebook);
	return [
		...(rows.every(({ spread }) => spread === null)
			? []
			: [{ source, title: sorenessTitle, notes: sorenessNotes(rows), drawings: drawBoth((size) => sorenessChart(rows, size), sorenessLabel(rows, synthetic)), readings: [], table: sorenessTable(rows) }]),
		...(events.notEstimable !== null || events.kinds.length === 0
			? []
			: [{ source, title: eventTitle, notes: eventNotes(events), drawings: drawBoth((size) => eventChart(events, size), eventLabel(events, synthetic)), readings: [], table: eventTable(events) }]),
	];
}
