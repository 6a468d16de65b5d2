/** An article of a clinic's own, with one claim: that six in ten courses or more are for knee pain. */
export const leaflet = {
	article: { title: 'Our leaflet', about: 'What the clinic hands out.' },
	claims: [
		{
			id: 'knees',
			sentence: 'We see knees.',
			design: 'description',
			tests: [{ label: 'knee pain', question: 'technique', row: { figure: 'condition', name: 'knee-pain' }, estimate: 'estimate', interval: ['lower', 'upper'], n: 'n', of: 'courses', as: 'percent', supports: { from: 0.6 } }],
			print: { supported: 'Of all courses, {1} were for knee pain [1].', notSupported: 'Fewer than six in ten courses were for knee pain: {1} [1].' },
		},
	],
};
