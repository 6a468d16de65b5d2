import { join } from 'node:path';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { extendCodebook } from '#lib/codebook/extend-codebook.ts';
import type { EvidenceSpec } from '#lib/evidence/evidence.ts';
import { evidenceOf } from '#lib/evidence/evidence-of.server.ts';
import { Refused } from '#lib/evidence/refused.ts';
import { causalWord } from '#lib/questions/claims/causal-words.ts';
import { tellable } from '#lib/questions/tellable.ts';
import { publicCount } from '#lib/server/disclosure/public-count.ts';
import { openWarehouse, type Warehouse } from '#lib/server/warehouse/open.ts';
import { importInto } from '../intake/import-into.ts';
import { temporaryFolder } from '../intake/temporary-folder.ts';
import { visitLines, type MadeUpCourse } from './made-up-visits.ts';
import { sampleWarehouse } from './sample-warehouse.ts';

const of = (question: string, search = '', figure = ''): EvidenceSpec => ({ question, search, figure });
const two = 'condition=plantar-fasciitis&protocol=dry-needling-retained&protocol=exercise-only';

describe('evidence of the sample', () => {
	let warehouse: Warehouse;
	beforeAll(async () => {
		warehouse = await sampleWarehouse();
	});

	test.each(tellable)('%s gives a sentence without a cause, labelled as made up, with spread, the unknown, period and snapshot', async (question) => {
		const search = question === 'comparison' ? two : 'condition=plantar-fasciitis';
		const { sentence, snapshot, design } = await evidenceOf(warehouse, of(question, search));
		expect(causalWord(sentence)).toBeUndefined();
		expect(sentence).toMatch(/^Synthetic data, not of any patient\. Plantar fasciitis: /u);
		expect(sentence).toMatch(/middle half/iu);
		expect(sentence).toMatch(/is not known|do not say/u);
		expect(sentence).toContain(`begun from 2024 to 2025, records of`);
		expect(sentence).toContain(snapshot.id);
		expect(sentence.includes('There was no comparison group')).toBe(design === 'uncontrolled');
	});

	test('a comparison names the other protocol, the adjustment and that it is observational', async () => {
		const { design, sentence } = await evidenceOf(warehouse, of('comparison', two));
		expect(design).toBe('compared');
		expect(sentence).toMatch(/“Dry needling, needles left in place” and like patients with “Exercise only”|than like patients with “Exercise only”/u);
		expect(sentence).toContain('This is observational: therapists and patients chose the protocol, and the groups were made alike by weights');
	});

	test('figure, numbers and sentence are of one snapshot, and each says that it is made up', async () => {
		const { svg, card, numbers, snapshot, fine } = await evidenceOf(warehouse, of('recovery', 'condition=plantar-fasciitis'));
		for (const drawn of [svg, card]) expect(drawn).toContain('SYNTHETIC DATA');
		expect(new Set(numbers.rows.map((row) => row.slice(-2).join(' ')))).toEqual(new Set([`${snapshot.id} true`]));
		expect(fine.join(' ')).toContain(snapshot.id);
	});

	test('the threshold of the sentence is cited', async () => {
		const { fine } = await evidenceOf(warehouse, of('recovery', 'condition=plantar-fasciitis'));
		expect(fine.filter((line) => line.startsWith('Threshold, NPRS, at least 30 % less pain: '))).toHaveLength(1);
	});

	test('the spec comes back in its canonical form, with the figure named', async () => {
		const { spec } = await evidenceOf(warehouse, of('recovery', 'period=2025&condition=Plantar+fasciitis&unknown=1'));
		expect(spec).toEqual(of('recovery', 'condition=plantar-fasciitis&period=2025', 'mean-pain-by-session-number-those-still-attending-and-all-who-started'));
	});

	test('numbers for the public are rounded, and the sentence with them', async () => {
		const { sentence, audience } = await evidenceOf(warehouse, of('dose', 'condition=plantar-fasciitis'), 'public');
		const counts = [...sentence.matchAll(/(?:of|the) ([\d,]+) episodes/gu)].map(([, text]) => Number(text?.replaceAll(',', '')));
		expect(audience).toBe('public');
		expect(counts.length).toBeGreaterThan(0);
		for (const count of counts) expect(publicCount(count)).toBe(count);
	});

	test.each([
		['variation', '', 'the question is for the clinic’s own eyes, not for print: variation.'],
		['weather', '', 'there is no such question: weather.'],
		['recovery', '', 'patients of several conditions are too unlike to print one sentence of them. Choose one condition.'],
		['recovery', 'condition=plantar-fasciitis&by=protocol', 'a sentence is of one group, not of parts side by side'],
		['recovery', 'condition=gout', 'condition must be in the codebook: gout'],
		['comparison', 'condition=plantar-fasciitis', 'a comparison that is printed must say what with what. Choose two protocols.'],
		['recovery', 'condition=plantar-fasciitis&period=1999', 'no episode matches these filters. Choose a longer period, or fewer filters.'],
	])('is refused with the next step: %s?%s', async (question, search, reason) => {
		await expect(evidenceOf(warehouse, of(question, search))).rejects.toThrow(reason);
		await expect(evidenceOf(warehouse, of(question, search))).rejects.toBeInstanceOf(Refused);
	});

	test('a figure that the question lacks is refused with those that it has', async () => {
		await expect(evidenceOf(warehouse, of('recovery', 'condition=plantar-fasciitis', 'no-such'))).rejects.toThrow(/has no figure called: no-such\. Take one of mean-pain-by-session-number/u);
	});

	test('what others published is no evidence of these records', async () => {
		await expect(evidenceOf(warehouse, of('recovery', 'condition=plantar-fasciitis', 'no-such'))).rejects.not.toThrow(/trial/u);
	});

	test('a level of follow-up that these records do not reach is refused with what to do', async () => {
		vi.stubEnv('NEEDLEPOINT_MINIMUM_FOLLOW_UP', '99');
		onTestFinished(() => void vi.unstubAllEnvs());
		await expect(evidenceOf(warehouse, of('recovery', 'condition=plantar-fasciitis'))).rejects.toThrow(/only 92\u00a0% of the episodes have a first and a later score, and at least 99\u00a0% must have .* Ask patients who leave for a last score/u);
	});
});

describe('evidence of other records', () => {
	test('of courses most of which were never scored again nothing is printed', async () => {
		const seen = courses(20, { scores: [7, 5, 3] });
		const warehouse = await warehouseOf([...seen, ...courses(40, { scores: [7] }, 100)]);
		await expect(evidenceOf(warehouse, of('dose', 'condition=knee-pain'))).rejects.toThrow(/only 33\u00a0% of the episodes/u);
	});

	test('of fewer patients than the minimum cell nothing is printed', async () => {
		const warehouse = await warehouseOf(courses(9, { scores: [7, 5, 3] }));
		await expect(evidenceOf(warehouse, of('dose', 'condition=knee-pain'))).rejects.toBeInstanceOf(Refused);
	});

	test('a protocol whose name claims a cause is not printed', async () => {
		const codebook = extendCodebook(defaultCodebook, [{ protocols: [{ id: 'wonder', label: 'Needling that cures' }] }]);
		const folder = await temporaryFolder();
		await importInto(folder, { 'a.csv': visitLines(mixed({ protocol: 'wonder' })) }, { codebook });
		await expect(evidenceOf(await opened(folder), of('dose', 'condition=knee-pain&protocol=wonder'))).rejects.toThrow('“cures”');
	});

	test('records that are not made up carry no such label', async () => {
		const { sentence, svg } = await evidenceOf(await warehouseOf(mixed({})), of('dose', 'condition=knee-pain'));
		expect(sentence).toMatch(/^Knee pain: patients had/u);
		expect(svg).not.toContain('SYNTHETIC');
	});

	test('where the codebook knows of a lot, the comparison is of a trial, and says which', async () => {
		const randomisedIn = 'Made-up trial of 2026';
		const codebook = extendCodebook(defaultCodebook, [{ protocols: [{ id: 'one', label: 'One', randomisedIn }, { id: 'two', label: 'Two', randomisedIn }] }]);
		const folder = await temporaryFolder();
		await importInto(folder, { 'a.csv': visitLines([...mixed({ protocol: 'one' }), ...mixed({ protocol: 'two' }, 500)]) }, { codebook });
		const { design, sentence, caveats, fine, notes } = await evidenceOf(await opened(folder), of('comparison', 'protocol=one&protocol=two'));
		expect(design).toBe('randomised');
		for (const said of [sentence, caveats.join(' '), fine.join(' '), notes.join(' ')]) expect(said).toMatch(/by lot.*: Made-up trial of 2026/u);
		expect(`${sentence} ${caveats.join(' ')} ${notes.join(' ')}`).not.toMatch(/not drawn by lot|observational/u);
	});
});

function courses(count: number, course: Omit<MadeUpCourse, 'patient'>, from = 0): MadeUpCourse[] {
	return Array.from({ length: count }, (_, index) => ({ ...course, patient: `P${from + index}` }));
}

/** Enough of those who improved much, little and not, and of those who left. */
function mixed(course: Partial<MadeUpCourse>, from = 0): MadeUpCourse[] {
	return [[7, 5, 3], [8, 6, 4], [7, 6, 6], [6, 6, 5], [7, 7, 7], [6, 7, 8], [7]].flatMap((scores, index) => courses(15, { ...course, scores }, from + index * 20));
}

async function warehouseOf(visits: readonly MadeUpCourse[]): Promise<Warehouse> {
	const folder = await temporaryFolder();
	await importInto(folder, { 'a.csv': visitLines(visits) });
	return opened(folder);
}

async function opened(folder: string): Promise<Warehouse> {
	const warehouse = await openWarehouse(join(folder, 'warehouse'), '500MB');
	onTestFinished(() => warehouse.close());
	return warehouse;
}
