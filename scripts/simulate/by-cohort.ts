/** Rows by the cohort they are of. */
export function byCohort<Row>(rows: readonly Row[], cohortOf: (row: Row) => string): Map<string, Row[]> {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const own = groups.get(cohortOf(row));
		if (own === undefined) groups.set(cohortOf(row), [row]);
		else own.push(row);
	}
	return groups;
}
