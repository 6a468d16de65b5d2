type Environment = Readonly<Record<string, string | undefined>>;

/** Whether the server answers the public's addresses and nothing else: NEEDLEPOINT_AUDIENCE. */
export function servesOnlyThePublic(environment: Environment = process.env): boolean {
	const audience = environment['NEEDLEPOINT_AUDIENCE'] || 'internal';
	if (audience !== 'internal' && audience !== 'public') throw new Error(`NEEDLEPOINT_AUDIENCE must be internal or public: ${audience}`);
	return audience === 'public';
}

/** Whether an address shows published figures alone. */
export function isForThePublic(path: string): boolean {
	return /^\/(share|embed)(\/|$)/u.test(path);
}

/** Other sites that may set published figures into their pages: NEEDLEPOINT_EMBED_ORIGINS, between blanks or commas. */
export function embedOrigins(environment: Environment = process.env): string[] {
	const origins = (environment['NEEDLEPOINT_EMBED_ORIGINS'] ?? '').split(/[\s,]+/u).filter((each) => each !== '');
	const wrong = origins.find((each) => !URL.canParse(each) || new URL(each).origin !== each);
	if (wrong !== undefined) throw new Error(`NEEDLEPOINT_EMBED_ORIGINS must be origins such as https://www.example.org: ${wrong}`);
	return origins;
}
