import { draw, drawBoth } from '#lib/charts/draw.server.ts';
import { noun } from '#lib/charts/measure.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import { departureChart } from '#lib/questions/departure/chart.ts';
import type { DepartureGroup } from '#lib/questions/departure/result.ts';
import { departureLabel, departureMargin, departureReadings, departureTable } from '#lib/questions/departure/words.ts';
import { drawnNotes } from '#lib/questions/recovery/anyway-words.ts';
import { axisWords } from '#lib/questions/recovery/axis-words.ts';
import { distributionChart, lastSession, partsChart, recoveryChart } from '#lib/questions/recovery/chart.ts';
import { distributionLabel, distributionReadings, distributionTable } from '#lib/questions/recovery/distribution-words.ts';
import { recoveryLabel, recoveryReadings, recoveryTable, recoveryTitle } from '#lib/questions/recovery/figure-words.ts';
import { partLabel } from '#lib/questions/recovery/part-label.ts';
import { axisOf, partingWords, partsLabel, partsReadings, partsTable } from '#lib/questions/recovery/parts-words.ts';
import { coursesWithin, publishedCourses } from '#lib/questions/recovery/published-courses.ts';
import type { RecoveryGroup } from '#lib/questions/recovery/result.ts';
import { isShown, leftSentence, recoveryMargin, stayingSentence, thinSentence, withheldSentence } from '#lib/questions/recovery/words.ts';

/** `sources` are the addresses of the numbers themselves. */
type About = Readonly<{ name: string; measure: Measure; codebook: Codebook; synthetic: boolean; sources: Readonly<{ recovery: string; departure: string; parts: string }> }>;

export function recoveryFigure(group: RecoveryGroup, { name, measure, codebook, synthetic, sources }: About) {
	const { title } = axisWords[group.axis];
	const condition = codebook.conditions.find(({ id }) => id === group.condition);
	const courses = condition === undefined ? [] : coursesWithin(group, publishedCourses(condition, measure));
	return {
		source: sources.recovery,
		title: recoveryTitle(group, measure),
		notes: ['Bars and the shaded band are 95\u00a0% intervals.', leftSentence(group), thinSentence(group), stayingSentence(group), withheldSentence(group), ...drawnNotes(courses, measure)].filter((note) => note !== null),
		margin: recoveryMargin(group, measure),
		drawings: drawBoth((size) => recoveryChart(group, measure, size, lastSession(group.points), courses), recoveryLabel(group, name, measure, synthetic, courses)),
		readings: recoveryReadings(group, courses),
		unit: title,
		table: recoveryTable(group, name, measure, courses),
	};
}

export function distributionFigure(group: RecoveryGroup, { name, measure, synthetic, sources }: About) {
	const { one, title } = axisWords[group.axis];
	return {
		source: sources.recovery,
		title: `How the scores of each ${one} spread`,
		notes: [`Dot and line: the median and the middle half of the scores. The darker a cell, the larger the share of that ${one}’s scores. A small dot is a withheld cell.`],
		drawings: drawBoth((size) => distributionChart(group, measure, size), distributionLabel(group, name, measure, synthetic)),
		readings: distributionReadings(group),
		unit: title,
		table: distributionTable(group, name, measure),
	};
}

export function departureFigure(group: DepartureGroup, { name, measure, synthetic, sources }: About) {
	return {
		source: sources.departure,
		title: `Mean ${noun(measure)} at a session, by whether the patient came back after it`,
		notes: ['Lines on the marks are 95\u00a0% intervals. Bars count the episodes that ended with each session.'],
		margin: departureMargin(group, measure),
		drawings: drawBoth((size) => departureChart(group, measure, size), departureLabel(group, name, measure, synthetic)),
		readings: departureReadings(group),
		table: departureTable(group, name, measure),
	};
}

/** Parts of a condition beside one another, and each by itself. */
export function partsFigure(groups: readonly RecoveryGroup[], by: keyof typeof partingWords, { name, measure, codebook, synthetic, sources }: About) {
	const all = groups.map((group) => ({ group, name: partLabel(group, codebook) ?? '' }));
	const named = all.filter(({ group }) => isShown(group));
	const hidden = all.filter((each) => !named.includes(each)).map((each) => each.name);
	if (named.length === 0) return null;
	const drawn = named.slice(0, mostLines);
	const { axis, title } = axisWords[axisOf(named)];
	const last = Math.max(1, ...named.map(({ group }) => lastSession(group.points)));
	return {
		source: sources.parts,
		title: `Mean ${noun(measure)} by ${axis} and ${partingWords[by]}, accounting for who left`,
		notes: [
			`Shaded bands are 95\u00a0% intervals. ${notByLot[by]}`,
			...(drawn.length < named.length ? [`The first ${drawn.length} are drawn together; all are in the table and below.`] : []),
			...(hidden.length === 0 ? [] : [`Withheld, too few patients: ${hidden.join('; ')}.`]),
		],
		drawings: drawBoth((size) => partsChart(drawn, measure, size), partsLabel(drawn, name, measure, by, synthetic)),
		readings: partsReadings(drawn),
		unit: title,
		table: partsTable(named, name, measure, by),
		each: `Each ${partingWords[by]} by itself: the plain mean beside the curve that accounts for who left`,
		multiples: named.map(({ group, name: part }) => ({
			name: part,
			left: leftSentence(group),
			title: recoveryTitle(group, measure),
			source: sourceOfPart(sources.parts, by, group),
			drawings: { wide: null, narrow: draw(recoveryChart(group, measure, 'narrow', last), recoveryLabel(group, `${name}, ${part}`, measure, synthetic)) },
			readings: recoveryReadings(group),
			table: recoveryTable(group, `${name}, ${part}`, measure),
		})),
	};
}

/** Where one part is told of by itself; nowhere those of whom it is not recorded, since no filter selects them. */
function sourceOfPart(source: string, by: keyof typeof partingWords, { [by]: part }: RecoveryGroup): string | null {
	const [path = '', search = ''] = source.split('?');
	const asked = new URLSearchParams(search);
	asked.delete('by');
	asked.set(by, part ?? '');
	return part === undefined || part === 'not-recorded' ? null : `${path}?${asked}`;
}

/** As many lines as have a colour and a symbol of their own. */
const mostLines = 6;

const notByLot = {
	protocol: 'Protocols are chosen for patients, not by lot: differences between the lines are not effects of the protocols.',
	clinic: 'Clinics stand by name, and their patients differ: differences between the lines are not the clinics’ doing alone.',
	chronicity: 'Differences between the lines are not effects of how long it had lasted alone: the patients differ in more than that.',
} as const;
