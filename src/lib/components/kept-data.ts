import { firstLineFirst } from './first-line-first.ts';

type Ask = (address: string, init?: RequestInit) => Promise<Response>;

/** `isOpen` is whether an address is of the page that is open, whose data are asked for anew; `outdated` is called when what was kept turns out to be, or what came broke off; `painted` is when what was given first has been drawn. */
type About = Readonly<{ isOpen: (address: URL) => boolean; outdated: () => unknown; painted: () => Promise<unknown> }>;

/** An answer that nobody reads, but copies of it; its length when all of it has come. */
type Kept = { readonly response: Response; length: number };

/** Characters kept, of which a condition's page has some hundred thousand. */
const most = 6_000_000;

/** Milliseconds without another choice after which the server is asked whether the last answer still holds. */
const pause = 400;

/** Asks as `ask` does for the data of a page, and gives those of one that was looked at before at once; the server is asked afterwards whether they still hold, since a snapshot may have been published. */
export function keptData(ask: Ask, { isOpen, outdated, painted }: About): Ask {
	const kept = new Map<string, Kept>();
	const broken = new Set<string>();
	let timer: ReturnType<typeof setTimeout> | undefined;

	async function keep(address: string, response: Response): Promise<void> {
		const entry = { response, length: 0 };
		kept.delete(address);
		kept.set(address, entry);
		const text = await response.clone().text().catch(() => null);
		if (text !== null && !isFailed(text)) entry.length = text.length;
		else if (kept.get(address) === entry) kept.delete(address);
		if (text === null) await askAnew(address);
		else broken.delete(address);
		let size = [...kept.values()].reduce((sum, { length }) => sum + length, 0);
		for (const [oldest, { length }] of kept) {
			if (size <= most) break;
			kept.delete(oldest);
			size -= length;
		}
	}

	/** What breaks off leaves parts of a page waiting: where it is still open, it is asked for once more. */
	async function askAnew(address: string): Promise<void> {
		if (broken.has(address)) return;
		broken.add(address);
		await new Promise((resolve) => setTimeout(resolve, pause));
		const isWhole = await ask(address).then(async (response) => response.text()).then(() => true, () => false);
		if (isWhole && isOpen(new URL(address))) outdated();
	}

	async function checkAgain(address: string, before: Response): Promise<void> {
		const [now, then] = [await ask(address), before.clone()];
		if (!now.ok || isSame(await now.text(), await then.text())) return;
		kept.clear();
		outdated();
	}

	return async (address, init) => {
		const url = new URL(address);
		const found = isOpen(url) ? undefined : kept.get(address)?.response;
		if (found !== undefined) {
			clearTimeout(timer);
			timer = setTimeout(() => void checkAgain(address, found).catch(() => undefined), pause);
			return firstLineFirst(found.clone(), painted);
		}
		const response = await ask(address, init);
		if (!response.ok || response.headers.get('cache-control')?.includes('no-store') !== false) return response;
		void keep(address, response.clone());
		return firstLineFirst(response, painted);
	};
}

function isFailed(text: string): boolean {
	return text.split('\n').some((line) => /^\{"type":"(redirect"|chunk","id":\d+,"error")|\{"type":"error"/u.test(line));
}

/** Parts come in the order in which they are ready. */
function isSame(text: string, before: string): boolean {
	return text === before || text.split('\n').toSorted().join('\n') === before.split('\n').toSorted().join('\n');
}
