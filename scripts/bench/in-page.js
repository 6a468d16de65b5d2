// Runs in the page that is timed, before anything of its own does.
globalThis.bench = {
	/** Marks the moment at which the first of `selector` has been drawn. */
	watch(selector) {
		const found = document.querySelector(selector);
		if (found === null || found.getBoundingClientRect().height === 0) requestAnimationFrame(() => bench.watch(selector));
		else requestAnimationFrame(() => performance.mark('found'));
	},
	/** Milliseconds since the start of the visit. */
	times() {
		const [navigation] = performance.getEntriesByType('navigation');
		return { firstByte: navigation.responseStart, seen: performance.getEntriesByName('found')[0]?.startTime, loaded: navigation.loadEventEnd };
	},
	/** Points at the choice at `place` of a filter, as a mouse does. */
	pointAt(filter, place) {
		document.querySelectorAll(`input[type=checkbox][name=${filter}]`)[place].dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
	},
	/** Ticks the choice at `place` of a filter; milliseconds until the first of `selector` is another one. */
	ticked(selector, filter, place) {
		const drawn = () => document.querySelector(selector)?.outerHTML;
		const before = drawn();
		const began = performance.now();
		document.querySelectorAll(`input[type=checkbox][name=${filter}]`)[place].click();
		return new Promise((resolve) => {
			const look = () => (drawn() === before ? requestAnimationFrame(look) : resolve(performance.now() - began));
			look();
		});
	},
};
