import type { PlotOptions } from '@observablehq/plot';
import type { Drawing } from './drawing.ts';

type Panel = Readonly<{ options: PlotOptions; domains: Readonly<Record<'x' | 'y', readonly unknown[]>> }>;
type Source = Readonly<{ panels: readonly Panel[]; isHeld: () => boolean }>;

/** A drawing that knows what it was drawn from, and whether the page it is on holds it already, so that its data need not bring it a second time. */
export class Drawn implements Drawing {
	readonly svg: string;
	readonly label: string;
	readonly width: number;
	readonly height: number;
	readonly x: Drawing['x'];
	readonly y: Drawing['y'];
	readonly source: Source;

	constructor({ svg, label, width, height, x, y }: Drawing, source: Source) {
		this.svg = svg;
		this.label = label;
		this.width = width;
		this.height = height;
		this.x = x;
		this.y = y;
		this.source = source;
	}

	/** What is sent of it as data. A page that wakes leaves the markup that it came with as it is, whatever stands here but nothing. */
	get data(): Drawing {
		const { svg, label, width, height, x, y, source } = this;
		return { svg: source.isHeld() ? ' ' : svg, label, width, height, x, y };
	}
}
