/** Somebody, but fewer than may be shown. */
export function fewPatients(patients: number, minimumCell: number): boolean {
	return patients > 0 && patients < minimumCell;
}
