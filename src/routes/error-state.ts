export type ErrorState = Readonly<{ title: string; next: readonly Readonly<{ text: string; href: string }>[] }>;

/** What an error is called, and what to do next; `here` is the address that was asked for. */
export function errorState(status: number, message: string, here: URL): ErrorState {
	const outcomes = { text: 'Go to the outcomes', href: '/' };
	const unfiltered = { text: 'The same page without filters', href: here.pathname };
	const again = { text: 'Try again', href: `${here.pathname}${here.search}` };
	if (status === 404 && message.includes('must be in the codebook')) return { title: 'A filter names what is not recorded here', next: here.pathname === outcomes.href ? [unfiltered] : [unfiltered, outcomes] };
	if (status === 404) return { title: 'There is no such page', next: [outcomes] };
	if (status === 403) return { title: 'Not from here', next: [outcomes] };
	if (status === 503) return { title: 'Too many questions at once', next: [again, outcomes] };
	if (message.startsWith('stopped after')) return { title: 'This took too long', next: [...(here.search === '' ? [] : [unfiltered]), again] };
	return { title: 'This page could not be made', next: [again, outcomes] };
}
