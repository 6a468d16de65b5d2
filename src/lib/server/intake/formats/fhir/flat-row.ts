/** What one resource says of a course of treatment, flat; `key` and those of other resources are ids within the export. */
export type FlatRow = Readonly<{
	type: 'Patient' | 'Encounter' | 'Condition' | 'Procedure' | 'Score';
	patient?: string | undefined;
	encounter?: string | undefined;
	start?: string | undefined;
	end?: string | undefined;
	/** time of day in milliseconds; absent where only the day is known */
	moment?: number | undefined;
	/** the codebook entry: of a condition, a protocol or a measure */
	entry?: string | undefined;
	value?: number | undefined;
	before?: boolean | undefined;
	refused?: string | undefined;
	region?: string | undefined;
	side?: string | undefined;
	sex?: string | undefined;
	birth_year?: number | undefined;
	clinic?: string | undefined;
	therapist?: string | undefined;
	/** conditions that a resource names as its reason: entries, and ids of Condition resources */
	reasons?: readonly string[] | undefined;
	reason_keys?: readonly string[] | undefined;
	gone?: boolean | undefined;
}>;

/** The rows of a resource, or why it is left out. */
export type Flattened = readonly FlatRow[] | string;
