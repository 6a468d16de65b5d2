/** The pages that are pictured and measured, by the names that their pictures have. */
export const mainPages = {
	outcomes: '/',
	condition: '/conditions/plantar-fasciitis#recovery',
	anyway: '/conditions/low-back-pain?axis=weeks#recovery',
	protocols: '/protocols',
	variation: '/variation',
	trend: '/trend',
	safety: '/safety',
	cost: '/cost',
	evidence: '/evidence',
	questions: '/questions',
	data: '/data',
	import: '/data/import',
	methods: '/methods',
} as const;
