/** Closes the panels of a form that are open when the reader goes elsewhere, or presses Escape. */
export function closeOthers(form: HTMLFormElement) {
	const close = (event: Event) => {
		const inside = event instanceof KeyboardEvent ? null : event.target;
		if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
		for (const panel of form.querySelectorAll('details[open]')) {
			if (inside instanceof Node && panel.contains(inside)) continue;
			panel.removeAttribute('open');
			if (inside === null && panel.contains(document.activeElement)) panel.querySelector('summary')?.focus();
		}
	};
	document.addEventListener('pointerdown', close);
	document.addEventListener('keydown', close);
	return () => {
		document.removeEventListener('pointerdown', close);
		document.removeEventListener('keydown', close);
	};
}
