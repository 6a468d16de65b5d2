import { getContext, hasContext, setContext } from 'svelte';

const context = Symbol('pointed');

/** What a reader points at in one chart of a page, such as `Session 3`, which all charts and tables of it mark; `by` is that chart. */
export class Pointed {
	key = $state<string | null>(null);
	by = $state('');
}

/** That of the page, or a new one where a chart stands by itself. */
export function pointedOnPage(): Pointed {
	return hasContext(context) ? getContext<Pointed>(context) : setContext(context, new Pointed());
}
