import { invalidateAll } from '$app/navigation';
import { languageOfPage } from '#lib/charts/language-of-page.ts';
import { everybody, writeFor } from '#lib/charts/written-for.ts';
import { keptData } from '#lib/components/kept-data.ts';
import { painted } from '#lib/components/painted.ts';

writeFor(() => languageOfPage(location.pathname, document.documentElement.dataset['numbers'] ?? everybody));

const ask = window.fetch.bind(window);
// a frame may come before the page shows what it was given
const shown = () => painted().then(painted);
const asKept = keptData(ask, { isOpen, outdated: invalidateAll, painted: shown });
window.fetch = async (input, init) => (typeof input === 'string' && input.includes('/__data.json') ? asKept(input, init) : ask(input, init));

function isOpen({ pathname, searchParams }: URL): boolean {
	const search = new URLSearchParams(searchParams);
	search.delete('x-sveltekit-invalidated');
	return pathname === `${location.pathname.replace(/\/$/u, '')}/__data.json` && search.toString() === new URLSearchParams(location.search).toString();
}
