import type { PlotOptions } from '@observablehq/plot';
import { draw } from './draw.server.ts';
import type { Drawing } from './drawing.ts';
import { Drawn } from './drawn.ts';

type Panel = Drawn['source']['panels'][number];

/** Drawings of one kind drawn anew with the same scales, panel by panel, so that the eye can compare them. Those of other widths stay as they are. */
export function onSameAxes(drawings: readonly Drawing[]): readonly Drawing[] {
	const drawn = drawings.filter((drawing) => drawing instanceof Drawn);
	if (drawn.length < drawings.length || new Set(drawn.map(({ width }) => width)).size !== 1) return drawings;
	return drawn.map(({ source, label }) =>
		draw(
			source.panels.map((panel, index) => withScalesOf(panel, drawn.flatMap((each) => each.source.panels[index] ?? []))),
			label,
		),
	);
}

/** A panel with scales that hold what is in any of the panels in its place. Rows are counted from the top down, and share that only where they are as many. */
function withScalesOf({ options, domains }: Panel, panels: readonly Panel[]): PlotOptions {
	const inRows = Number(domains.y[0]) > Number(domains.y[1]);
	const sameHeight = new Set(panels.map((panel) => panel.options.height)).size === 1;
	const [x, y] = [union(panels.map((panel) => panel.domains.x)), inRows && !sameHeight ? null : union(panels.map((panel) => panel.domains.y))];
	return { ...options, ...(x === null ? {} : { x: { ...options.x, domain: x } }), ...(y === null ? {} : { y: { ...options.y, domain: y } }) };
}

/** Null where a scale has nothing to go by. Ends of numbers and days are taken apart from lists of names. */
function union(domains: readonly (readonly unknown[])[]): unknown[] | null {
	const [first = []] = domains;
	if (domains.some(({ length }) => length === 0)) return null;
	const all = domains.flat();
	if (first.length !== 2 || !all.every((end) => typeof end === 'number' || end instanceof Date)) return [...new Set(all)];
	const ends = [...all].sort((a, b) => Number(a) - Number(b));
	const outer = [ends[0], ends.at(-1)];
	return Number(first[0]) <= Number(first[1]) ? outer : outer.reverse();
}
