/** An SVG and where its sessions stand in it, so that a page can answer to a pointer without a chart library. */
export type Drawing = Readonly<{
	svg: string;
	/** what it says in words */
	label: string;
	width: number;
	height: number;
	/** session number → horizontal place */
	x: Readonly<Record<number, number>>;
	/** two values of the first panel and their vertical places */
	y: Readonly<{ value: readonly [number, number]; place: readonly [number, number] }>;
}>;

/** `wide` is null where the narrow drawing serves every page. */
export type Drawings = Readonly<{ wide: Drawing | null; narrow: Drawing }>;

export type Size = 'wide' | 'narrow';

/** The colour of a series, as a CSS custom property of `app.css`. */
export type Tone = 'plain' | 'adjusted' | 'left' | 'stayed' | 'ink' | 'series-1' | 'series-2' | 'series-3' | 'series-4' | 'series-5' | 'series-6';

/** What a figure says about one session, or about one month, whose `name` stands in place of its number. `value` is null where nothing is drawn. */
export type Reading = Readonly<{
	session: number;
	name?: string;
	context: string;
	values: readonly Readonly<{ label: string; text: string; value: number | null; tone: Tone }>[];
}>;

/** A number to carry away, set beside its figure. */
export type Margin = Readonly<{ figure: string; unit: string; text: string }>;

/** A table twin: the first cell of a row is its header. */
export type Table = Readonly<{ caption: string; columns: readonly string[]; rows: readonly (readonly string[])[] }>;
