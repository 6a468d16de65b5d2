import { describe, expect, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { proposeMapping } from '#lib/server/intake/propose-mapping.ts';
import { shippedMappings } from '#lib/server/intake/shipped-mappings.ts';

const shipped = await shippedMappings();

/** What the columns of an export seem to be, whose first record is made up. */
function read(columns: Readonly<Record<string, string>>) {
	const headers = Object.keys(columns);
	const { columns: found, missing, questions } = proposeMapping(headers, [Object.values(columns)], defaultCodebook, shipped, { name: 'none', columns: {}, values: {} });
	return { columns: Object.fromEntries(found.flatMap(({ header, column }) => (column === null ? [] : [[header, column]]))), missing, questions };
}

describe('the columns of an export are found out, in the style of', () => {
	test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
		['Jane', { 'Start At': '2025-03-04 09:30:00', 'End At': '2025-03-04 10:00:00', 'Staff Member': 'T. Reed', Location: 'Harbour', 'Patient Number': 'C-1', State: 'arrived', 'Primary Diagnosis': 'Plantar fasciitis', 'Pain Before (0-10)': '7', 'Pain After (0-10)': '4', Price: '$85.00' }, { 'Start At': 'session_date', 'Staff Member': 'therapist', Location: 'clinic', 'Patient Number': 'patient_id', 'Primary Diagnosis': 'condition', 'Pain Before (0-10)': 'pain_before', 'Pain After (0-10)': 'pain_after', Price: 'cost' }],
		['Cliniko', { 'Appointment ID': '1', 'Appointment date': '04 Mar 2025', Business: 'North', Practitioner: 'AB', 'Patient reference': 'C-1', 'Patient case': 'Case 1', 'Case diagnosis': 'PF', 'NPRS pre': '7', 'Did not arrive': 'false' }, { 'Appointment ID': 'session_id', 'Appointment date': 'session_date', Business: 'clinic', Practitioner: 'therapist', 'Patient reference': 'patient_id', 'Patient case': 'episode_id', 'Case diagnosis': 'condition', 'NPRS pre': 'pain_before' }],
		['WebPT', { 'Case ID': '77', 'Patient ID': 'C-1', 'Date of Service': '03/14/2025', 'Visit #': '1', 'Treating Therapist': 'PT-4', 'Clinic Location': 'North', 'Primary ICD-10': 'M72.2', 'Pain Rating (Pre)': '7/10' }, { 'Case ID': 'episode_id', 'Patient ID': 'patient_id', 'Date of Service': 'session_date', 'Visit #': 'session_number', 'Treating Therapist': 'therapist', 'Clinic Location': 'clinic', 'Primary ICD-10': 'condition', 'Pain Rating (Pre)': 'pain_before' }],
		['Nookal', { 'Client ID': 'C-1', 'Appt Date': '14/03/2025', 'Appt Time': '09:30', Provider: 'P1', Diagnosis: 'Achilles', 'Pain VAS pre': '70', 'Pain VAS post': '40' }, { 'Client ID': 'patient_id', 'Appt Date': 'session_date', Provider: 'therapist', Diagnosis: 'condition', 'Pain VAS pre': 'pain_before', 'Pain VAS post': 'pain_after' }],
		['PracticePerfect', { 'Client Number': 'C-1', 'Episode Number': '1', 'Visit Date': '2025-03-14', 'Provider Code': 'P1', Injury: 'Shin splints', 'Body Side': 'Left', 'NPRS Start': '7', 'NPRS End': '5' }, { 'Client Number': 'patient_id', 'Episode Number': 'episode_id', 'Visit Date': 'session_date', 'Provider Code': 'therapist', Injury: 'condition', 'Body Side': 'side', 'NPRS Start': 'pain_before', 'NPRS End': 'pain_after' }],
		['Power Diary', { 'Client ID': 'C-1', 'Session Date': '14 March 2025', 'Session Time': '09:30 AM', 'Session Location': 'City', 'Client Diagnosis': 'Knee pain', 'Pain score pre-session': '7', 'Pain score post-session': '4', Fee: '$95.00' }, { 'Client ID': 'patient_id', 'Session Date': 'session_date', 'Session Location': 'clinic', 'Client Diagnosis': 'condition', 'Pain score pre-session': 'pain_before', 'Pain score post-session': 'pain_after', Fee: 'cost' }],
		['TM3', { 'Patient Ref': 'C-1', 'Appointment Date': '14/03/2025', Diary: 'Main', Condition: 'Plantar fasciitis', 'VAS Before Tx': '7', 'VAS After Tx': '5', Insurer: 'Bupa' }, { 'Patient Ref': 'patient_id', 'Appointment Date': 'session_date', Condition: 'condition', 'VAS Before Tx': 'pain_before', 'VAS After Tx': 'pain_after', Insurer: 'payer' }],
		['Physitrack', { client_code: 'C-1', completed_at: '2025-03-14T09:30:00Z', prom: 'NPRS', score: '7', diagnosis: 'Plantar fasciitis' }, { client_code: 'patient_id', completed_at: 'session_date', prom: 'measure', score: 'score', diagnosis: 'condition' }],
		['Epic', { PAT_STUDY_ID: 'C-1', PAT_ENC_CSN_ID: 'E-1', CONTACT_DATE: '3/14/2025 12:00:00 AM', DEPARTMENT_NAME: 'NORTH', VISIT_PROV_ID: 'P7', PRIMARY_DX_ICD10: 'M72.2', PAIN_SCORE_PRE: '7' }, { PAT_STUDY_ID: 'patient_id', PAT_ENC_CSN_ID: 'session_id', CONTACT_DATE: 'session_date', DEPARTMENT_NAME: 'clinic', VISIT_PROV_ID: 'therapist', PRIMARY_DX_ICD10: 'condition', PAIN_SCORE_PRE: 'pain_before' }],
		['Cerner', { PERSON_ALIAS: 'C-1', ENCNTR_ID: 'E-1', SERVICE_DT_TM: '14-MAR-2025 09:30:00', LOC_FACILITY: 'NORTH', DIAGNOSIS_DISPLAY: 'Plantar fasciitis', NRS_PAIN_PRE_TX: '7', NRS_PAIN_POST_TX: '5' }, { PERSON_ALIAS: 'patient_id', ENCNTR_ID: 'session_id', SERVICE_DT_TM: 'session_date', LOC_FACILITY: 'clinic', DIAGNOSIS_DISPLAY: 'condition', NRS_PAIN_PRE_TX: 'pain_before', NRS_PAIN_POST_TX: 'pain_after' }],
		['OpenMRS', { ENCOUNTER_ID: 'E-1', PATIENT_ID: 'C-1', ENCOUNTER_DATETIME: '2025-03-14T09:30:00.000+0000', LOCATION: 'North', PROVIDER: 'P1', DIAGNOSIS: 'Plantar fasciitis', PAIN_SCALE_BEFORE: '7' }, { ENCOUNTER_ID: 'session_id', PATIENT_ID: 'patient_id', ENCOUNTER_DATETIME: 'session_date', LOCATION: 'clinic', PROVIDER: 'therapist', DIAGNOSIS: 'condition', PAIN_SCALE_BEFORE: 'pain_before' }],
	])('%s', (_, record, columns) => {
		expect(read(record)).toEqual({ columns, missing: [], questions: [] });
	});

	test.each([
		['Pain NRS post', 'pain_after'],
		['Post-session NPRS', 'pain_after'],
		['Schmerz NRS nachher', 'pain_after'],
		['Visit provider', 'therapist'],
	])('nobody\'s, and a column is not taken for the opposite: %s', (header, column) => {
		expect([column, undefined]).toContain(read({ [header]: '5' }).columns[header]);
	});
});
