import { draw, drawBoth } from '#lib/charts/draw.server.ts';
import { noun } from '#lib/charts/measure.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import { departureChart } from '#lib/questions/departure/chart.ts';
import type { DepartureGroup } from '#lib/questions/departure/result.ts';
import { departureLabel, departureMargin, departureReadings, departureTable } from '#lib/questions/departure/words.ts';
import { distributionChart, lastSession, protocolChart, recoveryChart } from '#lib/questions/recovery/chart.ts';
import type { RecoveryGroup } from '#lib/questions/recovery/result.ts';
import { distributionLabel, distributionReadings, distributionTable } from '#lib/questions/recovery/distribution-words.ts';
import { protocolLabel, protocolReadings, protocolTable } from '#lib/questions/recovery/protocol-words.ts';
import { isShown, leftSentence, recoveryLabel, recoveryMargin, recoveryReadings, recoveryTable, thinSentence, withheldSentence } from '#lib/questions/recovery/words.ts';

/** `sources` are the addresses of the numbers themselves. */
type About = Readonly<{ name: string; measure: Measure; codebook: Codebook; synthetic: boolean; sources: Readonly<{ recovery: string; departure: string; protocols: string }> }>;

export function recoveryFigure(group: RecoveryGroup, { name, measure, synthetic, sources }: About) {
	return {
		source: sources.recovery,
		title: `Mean ${noun(measure)} by session number: those still attending, and all who started`,
		notes: ['Bars and the shaded band are 95\u00a0% intervals.', leftSentence(group), thinSentence(group), withheldSentence(group)].filter((note) => note !== null),
		margin: recoveryMargin(group, measure),
		drawings: drawBoth((size) => recoveryChart(group, measure, size), recoveryLabel(group, name, measure, synthetic)),
		readings: recoveryReadings(group),
		table: recoveryTable(group, name, measure),
	};
}

export function distributionFigure(group: RecoveryGroup, { name, measure, synthetic, sources }: About) {
	return {
		source: sources.recovery,
		title: 'How the scores of each session spread',
		notes: ['Dot and line: the median and the middle half of the scores. The darker a cell, the larger the share of that session’s scores. A small dot is a withheld cell.'],
		drawings: drawBoth((size) => distributionChart(group, measure, size), distributionLabel(group, name, measure, synthetic)),
		readings: distributionReadings(group),
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

export function protocolFigure(groups: readonly RecoveryGroup[], { name, measure, codebook, synthetic, sources }: About) {
	const all = groups.map((group) => ({ group, name: codebook.protocols.find((each) => each.id === group.protocol)?.label ?? group.protocol ?? 'not recorded' }));
	const named = all.filter(({ group }) => isShown(group));
	const hidden = all.filter((each) => !named.includes(each)).map((each) => each.name);
	if (named.length === 0) return null;
	const last = Math.max(1, ...named.map(({ group }) => lastSession(group.points)));
	return {
		source: sources.protocols,
		title: `Mean ${noun(measure)} by session number and protocol, accounting for who left`,
		notes: [
			'Shaded bands are 95\u00a0% intervals. Protocols are chosen for patients, not by lot: differences between the lines are not effects of the protocols.',
			...(hidden.length === 0 ? [] : [`Withheld, too few patients: ${hidden.join('; ')}.`]),
		],
		drawings: drawBoth((size) => protocolChart(named, measure, size), protocolLabel(named, name, measure, synthetic)),
		readings: protocolReadings(named),
		table: protocolTable(named, name, measure),
		multiples: named.map(({ group, name: protocol }) => ({
			name: protocol,
			left: leftSentence(group),
			drawings: { wide: null, narrow: draw(recoveryChart(group, measure, 'narrow', last), recoveryLabel(group, `${name}, ${protocol}`, measure, synthetic)) },
			readings: recoveryReadings(group),
		})),
	};
}
