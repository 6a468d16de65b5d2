import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		adapter: adapter({ precompress: true }),
		// a page brings all of its styles, so that it is drawn as soon as it is here
		inlineStyleThreshold: 50_000,
		csp: {
			// a nonce would make each copy of a page another one, which no browser could keep
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'style-src': ['self'],
				// the style attribute of SvelteKit's route announcer, and nothing else
				'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['self'],
			},
		},
		// the adapter cannot know that it is reached by http; src/hooks.server.ts compares origins itself, for every request that changes something
		csrf: { trustedOrigins: ['*'] },
		typescript: {
			config: (config) => {
				config.include.push('../scripts/**/*.ts', '../tests/**/*.ts', '../*.config.ts');
			},
		},
	},
};
