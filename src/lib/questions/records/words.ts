import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Table } from '#lib/charts/drawing.ts';
import { measureRange } from '#lib/charts/measure.ts';
import { moment } from '#lib/charts/moment.ts';
import { count, plain } from '#lib/charts/number.ts';
import type { RecordsResult } from './result.ts';

export function snapshotsTable(snapshots: RecordsResult['snapshots']): Table {
	return {
		caption: 'Published snapshots, newest first',
		columns: ['Snapshot', 'Published', 'Sessions', 'Episodes', 'Records', ''],
		rows: snapshots.map(({ id, publishedAt, sessions, episodes, synthetic, current }) => [id, moment(publishedAt), count(sessions), count(episodes), synthetic ? 'synthetic' : 'clinic', current ? 'shown now' : 'kept']),
	};
}

export function conditionsTable({ conditions }: Codebook): Table {
	return { caption: 'Conditions, with what a file may call them', columns: ['Condition', 'Id', 'Codes', 'Also called'], rows: conditions.map(({ label, id, codes, synonyms }) => [label, id, codeText(codes), synonyms.join(', ')]) };
}

export function protocolsTable({ protocols }: Codebook): Table {
	return {
		caption: 'Protocols, with what a file may call them',
		columns: ['Protocol', 'Id', 'Technique', 'Needles left in', 'Also called'],
		rows: protocols.map(({ label, id, technique, retentionMinutesUpTo, synonyms }) => [label, id, technique ?? '–', retentionMinutesUpTo === undefined ? '–' : `up to ${retentionMinutesUpTo} min`, synonyms.join(', ')]),
	};
}

export function measuresTable({ measures }: Codebook, { measure: recorded }: RecordsResult['vocabulary']): Table {
	return {
		caption: 'Outcome measures',
		columns: ['Measure', 'Range', 'Better', 'In this snapshot', 'Source'],
		rows: measures.map((measure) => [`${measure.label} (${measure.abbreviation})`, measureRange(measure), measure.better, recorded.some((each) => each.value === measure.id) ? 'yes' : 'no', measure.citation ?? '–']),
	};
}

export function thresholdsTable({ measures }: Codebook): Table {
	return {
		caption: 'Thresholds for a meaningful improvement, by measure',
		columns: ['Threshold', 'Measure', 'Means', 'Used here', 'Source'],
		rows: measures.flatMap((measure) => measure.thresholds.map((threshold) => [threshold.label, measure.abbreviation, meaning(threshold, measure), threshold.primary ? 'yes' : 'no', threshold.citation])),
	};
}

function meaning({ kind, value }: Measure['thresholds'][number], { unit, better }: Measure): string {
	const way = better === 'lower' ? 'down' : 'up';
	if (kind === 'points') return `${way} by ${plain(value)} ${unit} or more from the first score`;
	if (kind === 'percent') return `${way} by ${plain(value)}% or more of the first score`;
	return `${kind === 'at-most' ? 'at most' : 'at least'} ${plain(value)} ${unit}`;
}

function codeText(codes: Readonly<Record<string, readonly string[]>>): string {
	return Object.entries(codes)
		.map(([system, values]) => `${system.toUpperCase()} ${values.join(', ')}`)
		.join('; ');
}
