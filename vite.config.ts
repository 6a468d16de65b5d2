import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/** What opens DuckDB or starts a program; all other tests are units. */
const integration = ['tests/{intake,warehouse,scripts,answer}/**/*.test.ts'];
const test = { environment: 'node', css: true, expect: { requireAssertions: true }, env: { TZ: 'Pacific/Auckland' } } as const;

export default defineConfig({
	plugins: [sveltekit()],
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
