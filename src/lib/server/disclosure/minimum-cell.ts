/** Fewest patients that a shown cell may hold, of the CMS cell size policy. */
const usual = 11;

/** Fewest patients that a shown cell may hold: NEEDLEPOINT_MINIMUM_CELL, else 11. No request can change it. */
export function minimumCell(environment: Readonly<Record<string, string | undefined>> = process.env): number {
	const text = environment['NEEDLEPOINT_MINIMUM_CELL'];
	if (text === undefined || text === '') return usual;
	if (!/^[1-9][0-9]{0,3}$/u.test(text)) throw new Error(`NEEDLEPOINT_MINIMUM_CELL must be a whole number from 1 to 9999: ${text}`);
	return Number(text);
}
