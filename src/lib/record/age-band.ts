const exact = '^([0-9]{1,3})([.,][0-9]+)?( ?(y|yrs?|years?)( old)?)?$';
const oldest = '^(9[0-9]|1[0-9][0-9])([-–][0-9]{1,3}|[+])$';

/** An exact age as its band of ten years, and all that says more than 89 as one band, 90+; any other text as it is. */
export function ageBand(text: string): string {
	const age = Number(new RegExp(exact, 'u').exec(text)?.[1] ?? NaN);
	if ((age >= 90 && age < 200) || new RegExp(oldest, 'u').test(text)) return '90+';
	if (!(age < 90)) return text;
	const from = Math.floor(age / 10) * 10;
	return `${from}-${from + 9}`;
}

/** The same as an SQL expression of a text. */
export function ageBandSql(text: string): string {
	const age = `TRY_CAST(regexp_extract(${text}, '${exact}', 1) AS INTEGER)`;
	const from = `(${age} // 10) * 10`;
	return `CASE WHEN ${age} BETWEEN 90 AND 199 OR regexp_matches(${text}, '${oldest}') THEN '90+' WHEN ${age} < 90 THEN ${from} || '-' || (${from} + 9) ELSE ${text} END`;
}
