import { keptIn } from '#lib/components/filter-bar.ts';
import type { EvidenceSpec } from '#lib/evidence/evidence.ts';
import { listFilters, parseFilters } from '#lib/questions/filters.ts';
import type { RecordsResult } from '#lib/questions/records/result.ts';
import { questions } from '#lib/questions/registry.server.ts';
import { tellable } from '#lib/questions/tellable.ts';

type Option = Readonly<{ value: string; label: string }>;

/** What the form of the builder offers, and what of the address it passes on. */
export function choices(spec: EvidenceSpec, { vocabulary }: RecordsResult, figures: readonly Readonly<{ slug: string; title: string }>[]) {
	const filters = parseFilters(new URLSearchParams(spec.search));
	const [first = '', second = ''] = filters.protocol;
	const periods = vocabulary.period.filter(({ value }) => /^\d{4}/u.test(value));
	const years = [...new Set(periods.map(({ value }) => value.slice(0, 4)))].map((value) => ({ value, label: value }));
	return {
		selects: [
			{ name: 'question', label: 'What', value: spec.question, options: tellable.map((name) => ({ value: name, label: questions[name].title })) },
			{ name: 'condition', label: 'Condition', value: filters.condition[0] ?? '', options: [all('All conditions'), ...vocabulary.condition] },
			{ name: 'protocol', label: 'Protocol', value: first, options: [all('All protocols'), ...vocabulary.protocol] },
			{ name: 'protocol', label: 'Compared with', value: second, options: spec.question === 'comparison' || second !== '' ? [all('Nothing'), ...vocabulary.protocol] : [] },
			{ name: 'period', label: 'Begun in', value: filters.period[0] ?? '', options: [all('All that is recorded'), ...years, ...periods.filter(({ value }) => !years.some((year) => year.value === value))] },
			{ name: 'figure', label: 'Figure', value: spec.figure, options: figures.map(({ slug, title }) => ({ value: slug, label: title })) },
		].filter(({ options }) => options.length > 0),
		kept: [...keptIn(filters, []), ...listFilters.filter(({ name }) => !asked.includes(name)).flatMap(({ name, property }) => filters[property].map((value) => ({ name, value })))],
	};
}

const asked: readonly string[] = ['condition', 'protocol', 'period'];

function all(label: string): Option {
	return { value: '', label };
}
