const sql = /\.sql(\?raw)?$/;

/**
 * Who may import what; the first layer whose `files` match decides. `may` holds the starts of allowed module names: packages, or paths from the
 * repository's root; `*` stands for one path segment and `@` for the importing file's own question. `types` may be imported as types only.
 */
export const layers = [
	{ files: /^src\/lib\/statistics\//, may: ['src/lib/statistics/'] },
	{ files: /^src\/lib\/(codebook|record)\//, may: ['zod', 'src/lib/codebook/', 'src/lib/record/', 'data/codebook/'] },
	{ files: /^src\/lib\/sample\//, may: ['zod', 'pure-rand', 'src/lib/sample/', 'src/lib/record/', 'src/lib/statistics/', 'src/lib/codebook/'] },
	{
		files: /^src\/lib\/questions\/[^/]+\/.*\.server\.ts$/,
		may: ['zod', 'data/claims/', 'src/lib/questions/@/', 'src/lib/questions/*.ts', 'src/lib/statistics/', 'src/lib/codebook/', 'src/lib/record/', 'src/lib/charts/', 'src/lib/server/disclosure/', 'src/lib/server/held/', 'src/lib/server/warehouse/'],
	},
	{
		files: /^src\/lib\/questions\/[^/]+\//,
		may: ['data/validation/', 'data/published/', 'zod', 'svelte', '@observablehq/plot', 'src/lib/questions/@/', 'src/lib/questions/*.ts', 'src/lib/statistics/', 'src/lib/codebook/', 'src/lib/record/', 'src/lib/charts/', 'src/lib/components/'],
		never: [/\.server\.ts$/],
	},
	{ files: /^src\/lib\/questions\/(judged|scored)-(courses|held)\.server\.ts$/, may: ['src/lib/questions/', 'src/lib/codebook/', 'src/lib/server/held/', 'src/lib/server/warehouse/'] },
	{ files: /^src\/lib\/questions\//, may: ['zod', 'data/validation/', 'src/lib/questions/', 'src/lib/codebook/', 'src/lib/charts/', 'src/lib/statistics/'], types: ['src/lib/server/'] },
	{ files: /^src\/lib\/charts\/.*\.server\.ts$/, may: ['node:async_hooks', 'linkedom', 'svelte', '@observablehq/plot', 'src/lib/charts/', 'src/app.css'], types: ['src/lib/questions/', 'src/lib/codebook/'] },
	{
		files: /^src\/lib\/charts\//,
		may: ['svelte', '@observablehq/plot', 'src/lib/charts/'],
		types: ['src/lib/questions/', 'src/lib/codebook/'],
		never: [/\.server\.ts$/],
	},
	{ files: /^src\/lib\/components\//, may: ['svelte', '$app/', 'src/lib/components/', 'src/lib/charts/', 'src/lib/questions/', 'src/lib/codebook/'], never: [/\.server\.ts$/, sql] },
	{ files: /^src\/lib\/figures\//, may: ['src/lib/figures/', 'src/lib/questions/', 'src/lib/charts/', 'src/lib/codebook/'] },
	{ files: /^src\/lib\/evidence\/.*\.server\.ts$/, may: ['src/lib/evidence/', 'src/lib/figures/', 'src/lib/questions/', 'src/lib/charts/', 'src/lib/codebook/', 'src/lib/components/filter-bar.ts', 'src/lib/server/*.ts', 'src/lib/server/warehouse/'] },
	{ files: /^src\/lib\/evidence\//, may: ['src/lib/evidence/', 'src/lib/questions/', 'src/lib/charts/', 'src/lib/codebook/'], never: [/\.server\.ts$/] },
	{ files: /^src\/lib\/server\/packs\//, may: ['node:', 'fflate', 'yauzl', 'zod', 'package.json', 'data/reporting/', 'src/lib/server/', 'src/lib/evidence/', 'src/lib/questions/', 'src/lib/charts/'] },
	{ files: /^src\/lib\/server\//, may: ['node:', '@duckdb/node-api', '@resvg/resvg-js', '@fastify/busboy', 'd3-dsv', 'lru-cache', 'p-queue', 'zod', 'ulid', 'sax', 'yauzl', 'fflate', 'pdfkit', 'write-excel-file', 'src/lib/server/', 'src/lib/evidence/', 'src/lib/questions/', 'src/lib/codebook/', 'src/lib/record/', 'data/'] },
	{
		files: /^src\/routes\//,
		may: ['zod', 'svelte', '@sveltejs/kit', '$app/', '@fontsource', 'src/app.css', 'src/routes/', 'src/lib/server/*.ts', 'src/lib/server/intake/jobs/', 'src/lib/server/packs/', 'src/lib/server/published/', 'src/lib/evidence/', 'src/lib/figures/', 'src/lib/questions/', 'src/lib/charts/', 'src/lib/components/', 'src/lib/codebook/', 'src/lib/record/'],
		never: [sql],
	},
	{ files: /^src\/hooks/, may: ['node:', '@sveltejs/kit', '$app/', '$env/', 'src/lib/server/', 'src/lib/charts/', 'src/lib/components/*.ts'] },
	{ files: /^scripts\//, may: [''], never: [/^src\/routes\//] },
];
