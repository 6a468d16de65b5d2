import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

const test = { environment: 'node', expect: { requireAssertions: true }, env: { TZ: 'Pacific/Auckland' } } as const;

export default defineConfig({
	plugins: [sveltekit()],
	test: {
		projects: [
			{
				extends: true,
				test: { ...test, name: 'unit', include: ['tests/{codebook,record,statistics,questions,charts,sample,disclosure}/**/*.test.ts'] },
			},
			{
				extends: true,
				test: { ...test, name: 'integration', include: ['tests/{intake,warehouse,scripts,answer}/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
			},
		],
	},
});
