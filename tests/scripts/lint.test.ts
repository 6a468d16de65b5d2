import { ESLint } from 'eslint';
import { fileURLToPath } from 'node:url';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';

const eslint = new ESLint({ cwd: fileURLToPath(new URL('../..', import.meta.url)), overrideConfig: [tseslint.configs.disableTypeChecked] });

async function rulesBroken(filePath: string, code: string): Promise<(string | null)[]> {
	const [result] = await eslint.lintText(code, { filePath });
	return result?.messages.map(({ ruleId }) => ruleId) ?? [];
}

const use = (name: string): string => `import { each } from '${name}';\neach();\n`;
const useType = (name: string): string => `import type { Each } from '${name}';\nexport const each = (one: Each): Each => one;\n`;

describe('who may import what', () => {
	const forbidden: [string, string][] = [
		['src/lib/statistics/mean.ts', 'zod'],
		['src/lib/statistics/mean.ts', 'node:fs'],
		['src/lib/statistics/mean.ts', '#lib/record/fields.ts'],
		['src/lib/statistics/mean.ts', '../record/fields.ts'],
		['src/lib/codebook/load.ts', '#lib/server/answer.ts'],
		['src/lib/record/schema.ts', '../questions/filters.ts'],
		['src/lib/sample/draw.ts', '@duckdb/node-api'],
		['src/lib/questions/recovery/chart.ts', '#lib/questions/cost/chart.ts'],
		['src/lib/questions/recovery/chart.ts', '../cost/chart.ts'],
		['src/lib/questions/recovery/chart.ts', './recovery.server.ts'],
		['src/lib/questions/recovery/recovery.server.ts', '@duckdb/node-api'],
		['src/lib/questions/recovery/recovery.server.ts', '#lib/server/intake/read.ts'],
		['src/lib/questions/recovery/recovery.server.ts', '../../../routes/+page.server.ts'],
		['src/lib/charts/theme.ts', '$app/state'],
		['src/lib/charts/theme.ts', '$lib/server/answer.ts'],
		['src/lib/charts/theme.ts', 'linkedom'],
		['src/lib/components/Filter.svelte', '#lib/server/answer.ts'],
		['src/lib/server/answer.ts', '#lib/charts/theme.ts'],
		['src/lib/server/answer.ts', '../../routes/+page.server.ts'],
		['src/routes/+page.server.ts', '@duckdb/node-api'],
		['src/routes/+page.server.ts', '#lib/statistics/mean.ts'],
		['src/routes/+page.server.ts', '../lib/statistics/mean.ts'],
		['src/routes/+page.server.ts', '#lib/server/warehouse/open.ts'],
		['src/routes/+page.server.ts', '#lib/questions/recovery/recovery.sql?raw'],
		['scripts/ask.ts', '../src/routes/+page.server.ts'],
	];
	test.each(forbidden)('%s may not import %s', async (file, name) => {
		const script = file.endsWith('.svelte') ? `<script lang="ts">\n${use(name)}</script>\n` : use(name);
		expect(await rulesBroken(file, script)).toContain('needlepoint/boundaries');
	});

	const allowed: [string, string][] = [
		['src/lib/statistics/mean.ts', './variance.ts'],
		['src/lib/codebook/load.ts', '#data/codebook/conditions.json'],
		['src/lib/codebook/load.ts', 'zod'],
		['src/lib/sample/draw.ts', 'pure-rand/generator/xoroshiro128plus'],
		['src/lib/questions/recovery/chart.ts', '@observablehq/plot'],
		['src/lib/questions/recovery/chart.ts', '../filters.ts'],
		['src/lib/questions/recovery/method.ts', './recovery.sql?raw'],
		['src/lib/questions/recovery/recovery.server.ts', './recovery.sql?raw'],
		['src/lib/questions/recovery/recovery.server.ts', '#lib/statistics/mean.ts'],
		['src/lib/questions/recovery/recovery.server.ts', '#lib/server/warehouse/open.ts'],
		['src/lib/questions/registry.ts', './recovery/question.ts'],
		['src/lib/charts/draw.server.ts', 'linkedom'],
		['src/lib/server/answer.ts', '#lib/questions/recovery/recovery.server.ts'],
		['src/routes/+page.server.ts', '#lib/server/answer.ts'],
		['src/routes/+page.server.ts', './$types'],
		['scripts/ask.ts', '#lib/server/answer.ts'],
	];
	test.each(allowed)('%s may import %s', async (file, name) => {
		expect(await rulesBroken(file, use(name))).toEqual([]);
	});

	test('a chart may import the type of a result but not its code', async () => {
		const name = '#lib/questions/recovery/result.ts';
		expect(await rulesBroken('src/lib/charts/theme.ts', useType(name))).toEqual([]);
		expect(await rulesBroken('src/lib/charts/theme.ts', use(name))).toEqual(['needlepoint/boundaries']);
	});

	test.each(["export * from 'zod';\n", "export { z } from 'zod';\n", "export const z = import('zod');\n", "export type Z = import('zod').ZodType;\n"])('sees %j', async (code) => {
		expect(await rulesBroken('src/lib/statistics/mean.ts', code)).toContain('needlepoint/boundaries');
	});
});

describe('house style', () => {
	test.each([
		['@typescript-eslint/no-explicit-any', 'export const one: any = 1;\n'],
		['@typescript-eslint/consistent-type-assertions', "export const one = JSON.parse('1') as number;\n"],
		['@typescript-eslint/ban-ts-comment', '// @ts-expect-error: it is known\nexport const one = 1;\n'],
		['no-restricted-syntax', 'export default 1;\n'],
		['no-console', "console.log('one');\n"],
		['max-lines', 'export {};\n'.repeat(251)],
	])('%s holds', async (rule, code) => {
		expect(await rulesBroken('src/lib/statistics/mean.ts', code)).toContain(rule);
	});

	test('a const assertion is allowed', async () => {
		expect(await rulesBroken('src/lib/statistics/mean.ts', 'export const one = [1] as const;\n')).toEqual([]);
	});
});
