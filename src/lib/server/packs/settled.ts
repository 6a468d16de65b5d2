import type { Evidence } from '#lib/evidence/evidence.ts';
import type { Cell, Table } from '#lib/questions/question.ts';

/** The order in which a machine sums moves the last digits of a number; those beyond nine are left out. */
const digits = 9;

export function settledNumber(value: number): number {
	return Number(value.toPrecision(digits));
}

/** Evidence without what differs from one run to the next on the same records. */
export function settledEvidence(evidence: Evidence): Evidence {
	const { numbers, svg, card, drawing } = evidence;
	return { ...evidence, numbers: settledTable(numbers), svg: settledDrawing(svg), card: settledDrawing(card), drawing: settledDrawing(drawing) };
}

/** What is compared, and hashed: the settled numbers, without the snapshot that each row names. */
export function canonicalNumbers({ columns, rows }: Table): Table {
	const kept = columns.map((column) => column !== 'snapshot' && column !== 'synthetic');
	const keep = <Value extends Cell>(cells: readonly Value[]) => cells.filter((_, index) => kept[index]);
	return settledTable({ columns: keep(columns), rows: rows.map(keep) });
}

function settledTable({ columns, rows }: Table): Table {
	return { columns, rows: rows.map((row) => row.map((cell) => (typeof cell === 'number' ? settledNumber(cell) : cell))) };
}

/** Places to a thousandth of a pixel; words stay as they are. */
function settledDrawing(svg: string): string {
	return svg.replaceAll(/<[^>]*>/gu, (tag) => tag.replaceAll(/\d+\.\d{4,}/gu, (place) => String(Number(Number(place).toFixed(3)))));
}
