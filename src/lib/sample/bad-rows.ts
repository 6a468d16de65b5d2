import { columnNames } from './lines.ts';
import type { Scenario } from './scenario.ts';

export type BadRow = { readonly line: number; readonly field: string; readonly value: string };

type Spoiled = { readonly text: string; readonly field: string; readonly value: string };

/** Says after which patients a bad row follows, evenly spread, and makes it from that patient's last good line. */
export function badRows({ badRows: flaws }: Scenario, { bad, patients, delimiter }: { bad: number; patients: number; delimiter: string }) {
	let made = 0;
	return (patient: number, goodLine: string): Spoiled[] => {
		const spoiled: Spoiled[] = [];
		while (made < bad && patient >= Math.ceil(((made + 0.5) * patients) / bad)) {
			const flaw = flaws[made % flaws.length];
			if (flaw === undefined) throw new Error('the scenario names no bad rows');
			made++;
			spoiled.push({ text: withFlaw(goodLine, flaw, delimiter), ...flaw });
		}
		return spoiled;
	};
}

function withFlaw(goodLine: string, { field, value }: { field: string; value: string }, delimiter: string): string {
	const at = columnNames.indexOf(field);
	if (at < 0) throw new Error(`no such column: ${field}`);
	return `${goodLine.trimEnd().split(delimiter).with(at, value).join(delimiter)}\n`;
}
