import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { importFiles } from '#lib/server/intake/import-files.ts';
import { importInto } from './import-into.ts';
import { snapshotRows } from './snapshot-rows.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { writeFiles } from './write-files.ts';

const exported = 'tests/intake/files/fhir';
const names = (await readdir(exported)).sort();
const bulk = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(exported, name), 'utf8')] as const)));
const resources: Record<string, unknown>[] = Object.values(bulk).flatMap((text) => text.trim().split('\n').map((line) => JSON.parse(line)));
const bundle = (entries: readonly unknown[]) => JSON.stringify({ resourceType: 'Bundle', type: 'collection', link: [{ relation: 'self' }], entry: entries }, null, 2);

const sessions = `SELECT patients.patient_id, episodes.* EXCLUDE (episode_key, patient_key), sessions.* EXCLUDE (episode_key) FROM sessions
	JOIN episodes USING (episode_key) JOIN patients USING (patient_key) ORDER BY ALL`;
const scores = 'SELECT measure, score FROM scores ORDER BY ALL';

const same = [
	'session_id,patient_id,clinic,therapist,condition,body_region,side,protocol,session_date,pain_before,pain_after,measure,score,sex,age_band',
	'e1,syn-1,harbour,t-7,knee pain,thigh,right,dry needling,2024-03-01,7,4,LEFS,41,female,30-39',
	'e2,syn-1,harbour,,knee pain,,right,dry needling,2024-03-08,5.5,,,,female,30-39',
	'e3,syn-2,harbour,,hip pain,,,dry needling,2024-04-02,6,,,,male,90+',
];

describe('an import of a FHIR export', () => {
	test.each([
		['as a file for each type of resource', bulk],
		['as files in gzip', Object.fromEntries(Object.entries(bulk).map(([name, text]) => [`${name}.gz`, gzipSync(text)]))],
		['as one file of all resources', { 'all.ndjson': Object.values(bulk).join('') }],
		['as a Bundle', { 'export.json': bundle(resources.map((resource) => ({ fullUrl: `https://clinic.example/fhir/${String(resource['resourceType'])}/${String(resource['id'])}`, resource }))) }],
		['as a Bundle on one line', { 'export.json': JSON.stringify(JSON.parse(bundle(resources.map((resource) => ({ resource }))))) }],
		['as a Bundle a line', { 'export.ndjson': resources.map((resource) => JSON.stringify({ resourceType: 'Bundle', entry: [{ resource }] })) }],
		['as a list of resources', { 'export.json': JSON.stringify(resources) }],
		['told twice', { 'first.ndjson': Object.values(bulk).join(''), 'second.json': bundle(resources.map((resource) => ({ resource }))) }],
		['as Bundles whose resources refer to each other by their full URLs', { 'export.json': bundle(resources.map(byFullUrl)) }],
	])('%s gives the snapshot that the same visits give as CSV', async (_, files) => {
		const [folder, other] = [await temporaryFolder(), await temporaryFolder()];
		await importInto(folder, files);
		await importInto(other, { 'same.csv': same });
		expect([await snapshotRows(folder, sessions), await snapshotRows(folder, scores)]).toEqual([await snapshotRows(other, sessions), await snapshotRows(other, scores)]);
	});

	test('given as its folder says what became of every resource and names the line of a wrong unit', async () => {
		const options = { files: [exported], codebook: defaultCodebook, mapping: { name: 'none', columns: {}, values: {} }, episodeGap: 90, datePrecision: 'month', dryRun: false, memoryLimit: '1GB' } as const;
		const { read, accepted, rejected, refusals, notes, files } = await importFiles({ ...options, warehouse: join(await temporaryFolder(), 'warehouse') }, () => undefined);
		expect({ read, accepted, rejected, name: files[0]?.name, refusals, notes }).toEqual({
			read: 4,
			accepted: 3,
			rejected: 1,
			name: 'fhir',
			refusals: [{ field: 'record', reason: 'Observation has the unit mm: NPRS is counted in points, from 0 to 10', rows: 1, first: 'Observation.ndjson:7' }],
			notes: [
				'fhir: FHIR resources read: 5 Condition, 6 Encounter, 8 Observation, 3 Patient, 6 Procedure, 1 QuestionnaireResponse',
				'fhir: FHIR resources left out: 1 Condition entered-in-error, 1 Condition with no code of the codebook, 1 Observation entered-in-error, 1 Observation with no code of the codebook, 1 Procedure not-done',
				'fhir: 4 visits joined from the resources, in 4 records, one for each condition and measure',
				'fhir: 1 visits left out, as their Encounter was cancelled, planned or entered in error',
				'fhir: 1 visits with a score left out, as they had no treatment that the codebook knows',
			],
		});
	});

	test('given as a folder leaves what is no FHIR in it, and says so', async () => {
		const folder = await temporaryFolder();
		await writeFiles(join(folder, 'export'), { ...bulk, 'manifest.json': '{"transactionTime":"2024-06-01","output":[{"type":"Patient"}]}', 'readme.txt': 'hello' });
		const options = { files: [join(folder, 'export')], warehouse: join(folder, 'warehouse'), codebook: defaultCodebook, mapping: { name: 'none', columns: {}, values: {} }, episodeGap: 90, datePrecision: 'month', dryRun: false, memoryLimit: '1GB' } as const;
		expect(await importFiles(options, () => undefined)).toMatchObject({ accepted: 3, notes: expect.arrayContaining(['export: manifest.json holds no FHIR resources and was not read']) });
	});

	test('names the line of a Bundle at which a resource begins', async () => {
		const { refusals } = await importInto(await temporaryFolder(), { 'export.json': bundle(resources.map((resource) => ({ resource }))) });
		const line = bundle(resources.map((resource) => ({ resource }))).split('\n').findIndex((text) => text.includes('"o7"')) + 1;
		expect(line - Number(refusals[0]?.first.split(':')[1])).toBeLessThanOrEqual(4);
	});

	test('takes a visit for each day of a patient where there are no encounters, and each score where there is no treatment', async () => {
		const folder = await temporaryFolder();
		const files = Object.fromEntries(Object.entries(bulk).filter(([name]) => !/^(Encounter|Procedure)/u.test(name)));
		const { notes } = await importInto(folder, { ...files, 'Observation.ndjson': (files['Observation.ndjson'] ?? '').replaceAll(/"encounter":\{[^}]*\},/gu, '') });
		const visits = await snapshotRows(folder, 'SELECT patient_id AS patient, day_offset AS day, pain_before AS pain FROM sessions JOIN episodes USING (episode_key) JOIN patients USING (patient_key) ORDER BY ALL');
		expect({ visits, told: notes.some((note) => note === 'LEFS' || note.includes('no treatment that the codebook knows: every visit with a score was taken')) }).toEqual({
			visits: [
				{ patient: 'syn-1', day: 0, pain: 7 },
				{ patient: 'syn-1', day: 7, pain: 5.5 },
			],
			told: true,
		});
	});

	test('leaves the condition empty, which is refused, where a patient has several and none is named', async () => {
		const { refusals, notes } = await importInto(await temporaryFolder(), { ...bulk, 'Procedure.ndjson': (bulk['Procedure.ndjson'] ?? '').replaceAll(/,"reasonReference":\[[^\]]*\]/gu, ''), 'Observation.ndjson': (bulk['Observation.ndjson'] ?? '').replaceAll('mm', '1').replaceAll('"value":60,"code"', '"value":6,"code"') });
		expect({ reason: refusals[0]?.reason, note: notes.find((note) => note.includes('several conditions')) }).toEqual({
			reason: 'condition is missing',
			note: 'Condition.ndjson and 5 more: 1 visits of patients with several conditions, none of them named as the reason: their condition is left empty',
		});
	});

	test('makes a record for each condition that a treatment names, and one for each measure', async () => {
		const folder = await temporaryFolder();
		const reasons = '"reasonReference":[{"reference":"Condition/c4"},{"reference":"Condition/c5"}]';
		const lines = { 'Procedure.ndjson': (bulk['Procedure.ndjson'] ?? '').replace('"reasonReference":[{"reference":"Condition/c4"}]', reasons), 'Observation.ndjson': (bulk['Observation.ndjson'] ?? '').replace(/.*"o7".*\n/u, '') };
		const { read, accepted } = await importInto(folder, { ...bulk, ...lines });
		const told = await snapshotRows(folder, "SELECT condition FROM sessions JOIN episodes USING (episode_key) JOIN patients USING (patient_key) WHERE patient_id = 'syn-3' ORDER BY ALL");
		expect({ read, accepted, told }).toEqual({ read: 5, accepted: 5, told: [{ condition: 'low-back-pain' }, { condition: 'plantar-fasciitis' }] });
	});

	test('refuses two scores of one visit and time that disagree', async () => {
		const lines = (bulk['Observation.ndjson'] ?? '').trim().split('\n');
		const more = (lines[4] ?? '').replace('"o5"', '"o9"').replace('"value":6', '"value":2');
		const { refusals } = await importInto(await temporaryFolder(), { ...bulk, 'Observation.ndjson': [...lines, more] });
		expect(refusals).toContainEqual({ field: 'record', reason: 'two scores of one visit, of the same measure and time, disagree: correct one of them', rows: 1, first: 'Observation.ndjson:5' });
	});

	test('reads no name, address or day of birth', async () => {
		const folder = await temporaryFolder();
		const report = await importInto(folder, { ...bulk, 'Patient.ndjson': (bulk['Patient.ndjson'] ?? '').replaceAll('Example', 'Zebedee') });
		const stored = await snapshotRows(folder, "SELECT string_agg(patients::VARCHAR || episodes::VARCHAR || sessions::VARCHAR) AS text FROM patients, episodes, sessions");
		expect(JSON.stringify([report, stored])).not.toMatch(/Zebedee|1985|05-02/u);
	});

	test('without anything that the codebook knows is refused in words', async () => {
		await expect(importInto(await temporaryFolder(), { 'Patient.ndjson': bulk['Patient.ndjson'] ?? '' })).rejects.toThrow('Patient.ndjson: no visit with a treatment or a score that the codebook knows');
	});
});

/** A resource under a URL of its own, with its references to others changed to theirs. */
function byFullUrl(resource: Record<string, unknown>): unknown {
	const text = JSON.stringify(resource).replaceAll(/"reference":"(?:Patient|Encounter|Condition)\/([^"]+)"/gu, '"reference":"urn:uuid:full-$1"');
	return { fullUrl: `urn:uuid:full-${String(resource['id'])}`, resource: JSON.parse(text) };
}
