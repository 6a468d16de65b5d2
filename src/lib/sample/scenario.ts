import { z } from 'zod';

const word = z.string().regex(/^[^,"\t\r\n]+$/, 'must be one line without comma, tab or quote');
const chance = z.number().min(0).max(1);
const weight = z.number().nonnegative();
const range = z.strictObject({ from: z.number().int(), to: z.number().int() }).refine(({ from, to }) => from <= to, 'from must not be above to');
const spread = z.strictObject({ mean: z.number(), sd: z.number().nonnegative() });
const weighted = z.array(z.strictObject({ value: word, weight })).min(1);
/** '' stands for a reason that nobody wrote down. */
const reasons = z.array(z.strictObject({ value: z.union([word, z.literal('')]), weight })).min(1);

/** Latent pain: the mean curve, plus an intercept and a change of each episode, plus a residual that fades by `persistence`. */
const pain = z.strictObject({
	minimum: z.number().int(),
	maximum: z.number().int(),
	interceptSd: z.number().nonnegative(),
	/** by the last session; grows in a straight line from 0 at the first */
	changeSd: z.number().nonnegative(),
	correlation: z.number().min(-1).max(1),
	residualSd: z.number().nonnegative(),
	persistence: z.number().min(0).lt(1),
	reliefAfterSession: spread,
});

/** Depends on recorded pain alone, so that what is lost is missing at random. */
const leaving = z.strictObject({
	anyway: z.strictObject({ chance, reasons }),
	recovered: z.strictObject({ chance, halfAt: z.number(), width: z.number().positive(), reasons }),
	gaveUp: z.strictObject({ chance, fromSession: z.number().int().positive(), improvedLessThan: z.number(), reasons }),
	planned: z.strictObject({ reasons }),
});

const therapist = z.strictObject({ id: word, ultrasoundCertified: z.boolean().default(false), improvement: z.number().positive().default(1) });

const clinic = z.strictObject({
	id: word,
	weight,
	painShift: z.number(),
	price: z.number().positive(),
	currency: word,
	conditions: z.record(z.string(), weight),
	chronicity: z.record(z.string(), weight),
	therapists: z.array(therapist).min(1),
});

/** Pain falls from `start` by `fall`, half of what is left every `halfway` sessions. */
const condition = z.strictObject({
	id: word,
	start: z.number(),
	fall: z.number(),
	halfway: z.number().positive(),
	planned: z.array(z.strictObject({ sessions: z.number().int().positive(), weight })).min(1),
	/** `other`: the side that a second episode may have */
	sides: z.array(z.strictObject({ value: word, weight, other: word.optional() })).min(1),
	bodyRegions: z.record(z.string(), weight),
	protocols: z.record(z.string(), z.strictObject({ weight, improvement: z.number().positive() })),
	measure: z.strictObject({
		id: word,
		minimum: z.number(),
		maximum: z.number(),
		step: z.number().positive(),
		atNoPain: z.number(),
		perPoint: z.number(),
		sd: z.number().nonnegative(),
	}),
});

const protocol = z.strictObject({
	id: word,
	ultrasound: z.boolean().default(false),
	needles: range.nullable().default(null),
	retentionMinutes: range.nullable().default(null),
	/** times the soreness of the body region */
	soreness: z.number().nonnegative(),
	surcharge: z.number().nonnegative().default(0),
});

/** `slowing` lengthens `halfway`; `protocols` multiplies how often a protocol is chosen, 1 where absent. */
const chronicity = z.strictObject({
	id: word,
	weeks: range,
	painShift: z.number(),
	slowing: z.number().positive(),
	protocols: z.record(z.string(), weight).default({}),
});

const bodyRegion = z.strictObject({ id: word, sorenessPeak: spread, sorenessHours: z.strictObject({ mean: z.number(), logSd: z.number() }) });

const scenario = z.strictObject({
	about: z.string(),
	patientPrefix: word,
	from: z.iso.date(),
	to: z.iso.date(),
	sessions: z.strictObject({ most: z.number().int().min(2), daysApart: range }),
	pain,
	leaving,
	missing: z.strictObject({ visit: chance, painBefore: chance, painAfter: chance, soreness: chance }),
	measured: z.strictObject({ firstSession: chance, later: chance }),
	secondEpisode: z.strictObject({ chance, otherSide: chance, otherSideDays: range, sameSideDays: range }),
	clinics: z.array(clinic).min(1),
	conditions: z.array(condition).min(1),
	protocols: z.array(protocol).min(1),
	chronicity: z.array(chronicity).min(1),
	bodyRegions: z.array(bodyRegion).min(1),
	insertionPain: spread,
	adverseEvents: z.strictObject({ none: word, citation: z.string(), events: z.array(z.strictObject({ value: word, chance })) }),
	payers: weighted,
	sexes: weighted,
	ageBands: weighted,
	weeklyDistanceKm: z.strictObject({ median: z.number().positive(), logSd: z.number().nonnegative(), most: z.number() }),
	badRows: z.array(z.strictObject({ field: z.string(), value: z.string().regex(/^[^,"\t\r\n]*$/) })).min(1),
});

export type Scenario = z.infer<typeof scenario>;
export type Clinic = z.infer<typeof clinic>;
export type Therapist = z.infer<typeof therapist>;
export type Condition = z.infer<typeof condition>;
export type Protocol = z.infer<typeof protocol>;
export type Chronicity = z.infer<typeof chronicity>;
export type BodyRegion = z.infer<typeof bodyRegion>;

export function parseScenario(json: unknown): Scenario {
	const parsed = scenario.parse(json);
	const { clinics, conditions, protocols, chronicity, bodyRegions } = parsed;
	for (const clinic of clinics) {
		refuseUnknown(clinic.conditions, conditions);
		refuseUnknown(clinic.chronicity, chronicity);
	}
	for (const condition of conditions) {
		refuseUnknown(condition.bodyRegions, bodyRegions);
		refuseUnknown(condition.protocols, protocols);
	}
	for (const stage of chronicity) refuseUnknown(stage.protocols, protocols);
	return parsed;
}

function refuseUnknown(named: Readonly<Record<string, unknown>>, known: readonly { id: string }[]): void {
	for (const name of Object.keys(named)) {
		if (!known.some(({ id }) => id === name)) throw new Error(`the scenario has no such entry: ${name}`);
	}
}
