import { parseHTML } from 'linkedom';
import type { Drawing } from './drawing.ts';

const { DOMParser } = parseHTML('');

/** What a drawing says in words: the name that it has for who cannot see it. */
export function drawingLabel({ svg }: Drawing): string {
	const said = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement.getAttribute('aria-label') ?? '';
	// linkedom leaves the entities in attributes as they are, and not those in texts
	return new DOMParser().parseFromString(`<said>${said}</said>`, 'image/svg+xml').documentElement.textContent;
}
