import type { Drawings } from './drawing.ts';

/** What a figure says, in words, without the title that stands above it and without the warning that stands beside it. */
export function inWords({ wide, narrow }: Drawings, title: string): string {
	const label = (wide ?? narrow).label.replace(/^Synthetic data\. /u, '');
	const said = label.startsWith(title) ? label.slice(title.length).replace(/^[\s:.,]+/u, '') : label;
	return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}`;
}
