import { publicMinimum } from '../disclosure/public-minimum.ts';

/** Why a figure is not published, and what to do, in words for whoever publishes. */
export const refusals = {
	nobody: 'no patient matches these filters: choose wider ones.',
	parted: 'parts side by side are not published in one figure: leave out by, and publish the parts one by one.',
	/** `beside` is a figure that was published before, undefined where the new one alone is the reason. */
	fewLeft: (beside: string | undefined) =>
		beside === undefined
			? `of all patients, or of those in a part of this figure, these filters leave over fewer than ${publicMinimum()}, who would follow by subtraction: choose other filters, such as more conditions or a longer period.`
			: `beside “${beside}” it would let anybody work out a number of fewer than ${publicMinimum()} patients, by subtracting one from the other. Publish a figure of exactly the same patients as that one, or of patients whom that one leaves out.`,
	summedUp: (other: string) =>
		`its patients are those of all patients and of figures published before, such as “${other}”, added up or subtracted: a second way to the same number would undo its rounding. It can be read from those; publish other patients.`,
	littleChanged: (before: string) =>
		`too little has changed since “${before}” was published from an earlier snapshot: the difference between the two would show fewer than ${publicMinimum()} patients. Wait for more records, or choose patients who are not in that figure, such as a later period.`,
	judgedOtherwise: (other: string) => `“${other}” tells of some of these patients by another measure or threshold: a second one would show who lies between the two. Take the same as there, or other patients.`,
} as const;
