import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** What opens DuckDB or starts a program; all other tests are units. */
const integration = ['tests/{intake,warehouse,scripts,answer}/**/*.test.ts'];
const test = { environment: 'node', css: true, expect: { requireAssertions: true }, env: { TZ: 'Pacific/Auckland' } } as const;

/** What pages share comes in one file, so that the first of them asks for few. */
const sharedChunk = {
	name: 'shared-chunk',
	config: (_: unknown, { isSsrBuild }: Readonly<{ isSsrBuild?: boolean }>) => (isSsrBuild === true ? {} : { build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'shared', minShareCount: 2 }] } } } } }),
} as const;

export default defineConfig({
	plugins: [sveltekit(), sharedChunk],
	test: {
		projects: [
			{
				extends: true,
				test: { ...test, name: 'unit', include: ['tests/**/*.test.ts'], exclude: integration },
			},
			{
				extends: true,
				test: { ...test, name: 'integration', include: integration, testTimeout: 120_000, hookTimeout: 120_000 },
			},
		],
	},
});
