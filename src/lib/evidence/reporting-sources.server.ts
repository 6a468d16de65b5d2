import { measureOf } from '#lib/charts/measure.ts';
import { periodSaid } from '#lib/charts/period-said.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import { refusalsOf } from '#lib/questions/records/findings-words.ts';
import { answer } from '#lib/server/answer.ts';
import type { Warehouse } from '#lib/server/warehouse/open.ts';
import type { Evidence } from './evidence.ts';
import type { ReportingSources } from './reporting-facts.ts';

/** What a report has to tell, read from the snapshot of the evidence, for its audience and its filters. */
export async function reportingSources(warehouse: Warehouse, { spec, audience }: Evidence): Promise<ReportingSources> {
	const none = parseFilters(new URLSearchParams());
	const filters = parseFilters(new URLSearchParams(spec.search));
	const records = await answer(warehouse, 'records', none);
	const { codebook, vocabulary, datePrecision } = records;
	return {
		completeness: await answer(warehouse, 'completeness', { ...filters, rebase: null, axis: null, delta: null }, audience),
		codebook,
		measure: measureOf(codebook, filters.measure),
		conditions: filters.condition.length > 0 ? filters.condition : vocabulary.condition.map(({ value }) => value),
		protocols: filters.protocol.length > 0 ? filters.protocol : vocabulary.protocol.map(({ value }) => value),
		period: periodSaid(filters.period, vocabulary.period.map(({ value }) => value)),
		datePrecision,
		clinics: filters.clinic.length > 0 ? filters.clinic.length : vocabulary.clinic.length,
		refusals: audience === 'public' ? [] : refusalsOf(records).rows,
	};
}
