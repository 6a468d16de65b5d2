const head = '<?xml version="1.0"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook with one sheet, by the XML within it. */
export function sheetParts(inside: string): Record<string, string> {
	return {
		'xl/workbook.xml': `${head}<workbook ${main} xmlns:r="${office}"><sheets><sheet name="May" sheetId="1" r:id="rId1"/></sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `${head}<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		'xl/worksheets/sheet1.xml': `${head}<worksheet ${main}>${inside}</worksheet>`,
	};
}
