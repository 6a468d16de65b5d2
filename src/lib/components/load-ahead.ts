import { preloadData } from '$app/navigation';

/** Milliseconds for which a choice is pointed at before it is taken to be meant. */
const pause = 60;

/** Loads what a form would ask for, were the choice taken that is pointed at or has the focus: one at a time, the latest next. */
export function loadAhead(form: HTMLFormElement) {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let isLoading = false;
	let next: string | undefined;

	async function load(): Promise<void> {
		isLoading = true;
		for (let address = next; address !== undefined; address = next) {
			next = undefined;
			await preloadData(address).catch(() => undefined);
		}
		isLoading = false;
	}

	function mean({ target }: Event): void {
		clearTimeout(timer);
		const choice = target instanceof Element ? target.closest('label')?.querySelector<HTMLInputElement>('input[type=checkbox], input[type=radio]') : null;
		if (!choice || (choice.type === 'radio' && choice.checked)) return;
		timer = setTimeout(() => {
			next = addressWith(form, choice);
			if (!isLoading) void load();
		}, pause);
	}

	const leave = () => clearTimeout(timer);
	const listeners = { pointerover: mean, focusin: mean, pointerleave: leave, change: leave };
	for (const [event, listener] of Object.entries(listeners)) form.addEventListener(event, listener);
	return () => {
		leave();
		for (const [event, listener] of Object.entries(listeners)) form.removeEventListener(event, listener);
	};
}

/** Where the form leads with a choice changed, which is changed for no longer than it takes to read. */
function addressWith(form: HTMLFormElement, choice: HTMLInputElement): string {
	const chosen = [...form.querySelectorAll<HTMLInputElement>('input:checked')];
	choice.checked = !choice.checked;
	const search = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
	choice.checked = false;
	for (const each of chosen) each.checked = true;
	const address = new URL(form.action);
	address.search = search.toString();
	return address.href;
}
