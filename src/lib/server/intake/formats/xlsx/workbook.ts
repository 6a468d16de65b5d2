import type { Archive } from './archive.ts';
import { readXml } from './read-xml.ts';

/** A worksheet: its name, the part of the archive that holds it, and whether people see it. */
export type Sheet = Readonly<{ name: string; part: string; visible: boolean }>;

/** What a workbook says of itself. Dates are counted from 1900 or, in `since1904`, from 1904. */
export type Workbook = Readonly<{ sheets: readonly Sheet[]; since1904: boolean }>;

const root = 'xl/workbook.xml';

/** Reads a workbook's list of worksheets; charts and macros are none. */
export async function readWorkbook(archive: Archive): Promise<Workbook> {
	const targets = new Map<string, string>();
	await readXml(archive.text('xl/_rels/workbook.xml.rels'), {
		open: (name, { Id = '', Type = '', Target = '' }) => {
			if (name === 'Relationship' && Type.endsWith('/worksheet')) targets.set(Id, Target);
		},
	});
	const sheets: Sheet[] = [];
	let since1904 = false;
	await readXml(archive.text(root), {
		open: (element, attributes) => {
			if (element === 'workbookPr') since1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
			const target = targets.get(Object.entries(attributes).find(([name]) => /(^|:)id$/u.test(name))?.[1] ?? '');
			if (element !== 'sheet' || target === undefined) return;
			const part = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
			sheets.push({ name: attributes['name'] ?? '', part, visible: (attributes['state'] ?? 'visible') === 'visible' });
		},
	});
	return { sheets, since1904 };
}
