import { defineConfig } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';
import svelteConfig from './svelte.config.js';
import { boundaries } from './scripts/lint/boundaries.mjs';

const typed = ['src/**/*.ts', 'scripts/**/*.ts', 'tests/**/*.ts', '*.config.ts'];

export default defineConfig(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'warehouse/', 'test-results/', '**/*.d.mts'] },
	{ linterOptions: { reportUnusedDisableDirectives: 'error' } },
	tseslint.configs.strict,
	svelte.configs['flat/recommended'],
	{
		plugins: { needlepoint: { rules: { boundaries } } },
		rules: {
			'needlepoint/boundaries': 'error',
			eqeqeq: 'error',
			'prefer-const': 'error',
			'@typescript-eslint/consistent-type-definitions': 'off',
			'@typescript-eslint/consistent-type-imports': 'error',
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'svelte/no-navigation-without-resolve': 'off',
		},
	},
	{
		files: ['**/*.ts', '**/*.svelte'],
		rules: {
			'@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
			'@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true, 'ts-check': false }],
		},
	},
	{
		files: typed,
		languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
		rules: {
			'@typescript-eslint/await-thenable': 'error',
			'@typescript-eslint/no-floating-promises': 'error',
			'@typescript-eslint/no-misused-promises': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': 'error',
		},
	},
	{
		files: ['src/**/*.ts'],
		rules: {
			'@typescript-eslint/no-unsafe-argument': 'error',
			'@typescript-eslint/no-unsafe-assignment': 'error',
			'@typescript-eslint/no-unsafe-call': 'error',
			'@typescript-eslint/no-unsafe-member-access': 'error',
			'@typescript-eslint/no-unsafe-return': 'error',
		},
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: tseslint.parser, svelteConfig } },
	},
	// an index within the bounds of a loop
	{ files: ['src/lib/statistics/**', 'src/lib/sample/**'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
	{ files: ['src/lib/charts/**', 'src/lib/components/**'], rules: { 'svelte/no-at-html-tags': 'off' } },
	{ files: ['src/**', 'scripts/**'], rules: { 'max-lines': ['error', { max: 250 }] } },
	{ files: ['src/**'], rules: { 'no-console': 'error' } },
	{
		files: ['src/**/*.ts', 'scripts/**', 'tests/**/*.ts'],
		ignores: ['tests/e2e/global-setup.ts'],
		rules: { 'no-restricted-syntax': ['error', { selector: 'ExportDefaultDeclaration', message: 'named exports only' }] },
	},
);
