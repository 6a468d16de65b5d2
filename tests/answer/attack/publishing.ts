import { join } from 'node:path';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { vi } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import type { QuestionName } from '#lib/questions/registry.server.ts';
import { between, happens } from '#lib/sample/draw.ts';
import { answer } from '#lib/server/answer.ts';
import { exposuresOf } from '#lib/server/published/exposures.ts';
import { guard } from '#lib/server/published/guard.ts';
import type { Told } from '#lib/server/published/told.ts';
import { openWarehouse, type Warehouse } from '#lib/server/warehouse/open.ts';
import { importInto } from '../../intake/import-into.ts';
import { temporaryFolder } from '../../intake/temporary-folder.ts';
import type { Seen } from './facts.ts';
import { kinds, smallClinic } from './small-clinic.ts';

type Spec = Readonly<{ question: QuestionName; search: string }>;

const asked = ['overview', 'recovery', 'response', 'departure', 'dose', 'technique'] as const;

/** Publishes what is asked for at random, and gives what anybody may see of it. `guarded` asks the guard first; `rounded` rounds as for the public. */
export async function publishing(seed: number, { times, guarded, rounded }: Readonly<{ times: number; guarded: boolean; rounded: boolean }>): Promise<Seen[]> {
	const folder = await temporaryFolder();
	const told: Told[] = [];
	const seen: Seen[] = [];
	for (const [batch, lines] of smallClinic(seed).entries()) {
		await importInto(folder, { [`${batch}.csv`]: lines });
		const warehouse = await openWarehouse(join(folder, 'warehouse'), '500MB');
		for (const spec of specs(seed + batch, times)) {
			if (guarded && !(await admitted(warehouse, spec, told))) continue;
			seen.push(...(await shown(warehouse, spec, { batch, rounded })));
		}
		warehouse.close();
	}
	return seen;
}

async function admitted(warehouse: Warehouse, { question, search }: Spec, told: Told[]): Promise<boolean> {
	const verdict = await warehouse.read((_, stamp, beside) => guard({ stamp, folder: warehouse.folder, beside }, question, parseFilters(new URLSearchParams(search)), told));
	if ('refusal' in verdict) return false;
	told.push({ name: search, trace: verdict.trace });
	return true;
}

async function shown(warehouse: Warehouse, { question, search }: Spec, { batch, rounded }: Pick<Seen, 'batch' | 'rounded'>): Promise<Seen[]> {
	const filters = parseFilters(new URLSearchParams(search));
	vi.stubEnv('NEEDLEPOINT_MINIMUM_CELL', '11');
	const answers = exposuresOf(question, filters).map(async (exposure) => ({ ...exposure, filters, batch, rounded, answer: await answer(warehouse, exposure.question, filters, rounded ? 'public' : 'internal') }));
	return Promise.all(answers).finally(() => vi.unstubAllEnvs());
}

function specs(seed: number, times: number): Spec[] {
	const generator = xoroshiro128plus(seed);
	const one = <Value>(values: readonly Value[]) => values[between(generator, { from: 0, to: values.length - 1 })];
	const names = { condition: 'condition', protocol: 'protocol', year: 'period', sex: 'sex' } as const;
	return Array.from({ length: times }, () => {
		const search = new URLSearchParams();
		for (const [key, name] of Object.entries(names)) {
			const values = [...new Set(kinds.map((kind) => Object.entries(kind).find(([own]) => own === key)?.[1]))].map(String);
			if (happens(generator, 0.3)) search.append(name, one(values) ?? '');
			if (key === 'condition' && happens(generator, 0.2)) search.append(name, one(values) ?? '');
		}
		if (happens(generator, 0.1)) search.set('threshold', one(defaultCodebook.measures[0]?.thresholds ?? [])?.id ?? '');
		return { question: one(asked) ?? 'overview', search: search.toString() };
	});
}
