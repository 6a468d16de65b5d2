import type { FieldName } from '#lib/record/fields.ts';
import type { Episode } from './episode.ts';
import type { Visit } from './visit.ts';

type Value = string | number | boolean | null;

/** The same on every row of an episode. */
export const episodeColumns = {
	patient_id: ({ patient }) => patient.id,
	episode_id: ({ patient, number }) => `${patient.id}-${number}`,
	clinic: ({ setting }) => setting.clinic.id,
	therapist: ({ setting }) => setting.therapist.id,
	therapist_ultrasound_certified: ({ setting }) => setting.therapist.ultrasoundCertified,
	condition: ({ setting }) => setting.condition.id,
	body_region: ({ bodyRegion }) => bodyRegion.id,
	side: ({ side }) => side,
	protocol: ({ setting }) => setting.protocol.id,
	ultrasound_guided: ({ setting }) => setting.protocol.ultrasound,
	cost: ({ setting }) => setting.clinic.price + setting.protocol.surcharge,
	currency: ({ setting }) => setting.clinic.currency,
	payer: ({ payer }) => payer,
	age_band: ({ patient }) => patient.ageBand,
	sex: ({ patient }) => patient.sex,
	symptom_weeks: ({ symptomWeeks }) => symptomWeeks,
	weekly_distance_km: ({ patient }) => patient.weeklyDistanceKm,
} satisfies Columns<(episode: Episode) => Value>;

export const visitColumns = {
	session_id: ({ session }, { patient, number }) => `${patient.id}-${number}-${session}`,
	session_number: ({ session }) => session,
	session_date: ({ date }) => date,
	pain_before: ({ painBefore }) => painBefore,
	pain_after: ({ painAfter }) => painAfter,
	measure: ({ score }, { setting }) => (score === null ? null : setting.condition.measure.id),
	score: ({ score }) => score,
	needle_count: ({ needleCount }) => needleCount,
	retention_minutes: ({ retentionMinutes }) => retentionMinutes,
	soreness_peak: ({ sorenessPeak }) => sorenessPeak,
	soreness_hours: ({ sorenessHours }) => sorenessHours,
	insertion_pain: ({ insertionPain }) => insertionPain,
	adverse_event: ({ adverseEvent }) => adverseEvent,
	discharge_reason: (visit, { visits, dischargeReason }) => (visit === visits.at(-1) ? dischargeReason : null),
} satisfies Columns<(visit: Visit, episode: Episode) => Value>;

type Columns<Column> = Partial<Record<FieldName, Column>>;
