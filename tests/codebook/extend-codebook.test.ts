import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { defaultCodebook } from '#lib/codebook/default-codebook.ts';
import { extendCodebook } from '#lib/codebook/extend-codebook.ts';
import { codebookTerms, normaliseTerm } from '#lib/codebook/terms.ts';
import type { Codebook, CodebookKind } from '#lib/codebook/schema.ts';

const extended = (...additions: unknown[]) => extendCodebook(defaultCodebook, additions);
const meaning = (codebook: Codebook, kind: CodebookKind, text: string) =>
	codebookTerms(codebook).filter((each) => each.kind === kind && each.term === normaliseTerm(text)).map(({ id }) => id);
const measure = (codebook: Codebook, id: string) => codebook.measures.find((each) => each.id === id);
const nprs = { id: 'nprs', label: 'Numeric pain rating scale' };
const wellbeing = { id: 'wellbeing', label: 'Well-being', abbreviation: 'WB', minimum: 0, maximum: 10, unit: 'points', better: 'higher' };

describe('extendCodebook', () => {
	test('changes nothing without additions', () => expect(extended()).toEqual(defaultCodebook));
	test('changes nothing with an empty file', () => expect(extended({})).toEqual(defaultCodebook));

	test('adds an entry', () => {
		expect(meaning(extended({ conditions: [{ id: 'tennis-elbow', label: 'Tennis elbow', codes: { 'icd-10-cm': ['M77.11'] } }] }), 'conditions', 'M77.11')).toEqual(['tennis-elbow']);
	});

	test('adds synonyms to those of a known entry', () => {
		const codebook = extended({ measures: [{ id: 'nprs', synonyms: ['NRS pain'] }] });
		expect([meaning(codebook, 'measures', 'nrs PAIN'), meaning(codebook, 'measures', 'NRS-11')]).toEqual([['nprs'], ['nprs']]);
	});

	test('adds codes to those of a known entry', () => {
		const codebook = extended({ conditions: [{ id: 'knee-pain', codes: { 'icd-10-cm': ['M70.51'], local: ['K1'] } }] });
		expect(['M70.51', 'k1', 'M25.561'].map((code) => meaning(codebook, 'conditions', code))).toEqual([['knee-pain'], ['knee-pain'], ['knee-pain']]);
	});

	test('overrides a property and leaves the rest', () => {
		const codebook = extended({ conditions: [{ id: 'hip-pain', label: 'Pain about the hip' }] });
		const [before, after] = [defaultCodebook, codebook].map(({ conditions }) => conditions.find(({ id }) => id === 'hip-pain'));
		expect(after).toEqual({ ...before, label: 'Pain about the hip' });
	});

	test('lays later files over earlier ones', () => {
		const codebook = extended({ sides: [{ id: 'left', label: 'Links' }] }, { sides: [{ id: 'left', label: 'Gauche' }] });
		expect(codebook.sides.find(({ id }) => id === 'left')?.label).toBe('Gauche');
	});

	test('keeps what the same file says of an entry twice', () => {
		const codebook = extended({ sides: [{ id: 'left', synonyms: ['links'] }, { id: 'left', synonyms: ['gauche'] }] });
		expect([meaning(codebook, 'sides', 'links'), meaning(codebook, 'sides', 'gauche')]).toEqual([['left'], ['left']]);
	});

	test('does not change the codebook it extends', () => {
		const before = structuredClone(defaultCodebook);
		extended({ measures: [{ ...wellbeing, primary: true }, { id: 'nprs', synonyms: ['NRS pain'], without: ['NRS'] }] });
		expect(defaultCodebook).toEqual(before);
	});

	test('moves a term that the default entry gives up', () => {
		const codebook = extended({
			conditions: [
				{ id: 'patellofemoral-pain', label: 'Patellofemoral pain', synonyms: ['PFP'], codes: { 'icd-10-cm': ['M22.2X1'] } },
				{ id: 'knee-pain', without: ['pfp', 'Patellofemoral pain', 'M22.2X1'] },
			],
		});
		expect([meaning(codebook, 'conditions', 'PFP'), meaning(codebook, 'conditions', 'M222X1')]).toEqual([['patellofemoral-pain'], ['patellofemoral-pain']]);
	});

	test('lets a clinic’s primary measure replace the default one', () => {
		const codebook = extended({ measures: [{ ...wellbeing, primary: true }] });
		expect(codebook.measures.filter(({ primary }) => primary).map(({ id }) => id)).toEqual(['wellbeing']);
	});

	test('lets a clinic’s primary threshold replace the one for the same conditions', () => {
		const codebook = extended({ measures: [{ id: 'nprs', thresholds: [{ id: 'points-2', primary: true }] }] });
		expect(measure(codebook, 'nprs')?.thresholds.map(({ id, primary, value }) => [id, primary, value])).toEqual([
			['points-2', true, 2],
			['percent-30', false, 30],
			['percent-50', false, 50],
			['pain-free', false, 0],
			['pain-0-1', false, 1],
		]);
	});

	test('keeps a primary threshold for all conditions beside one for a single condition', () => {
		const threshold = { id: 'points-3', label: '3 points', kind: 'points', value: 3, primary: true, conditions: ['hip-pain'], citation: 'our audit, 2024' };
		const codebook = extended({ measures: [{ id: 'nprs', thresholds: [threshold] }] });
		expect(measure(codebook, 'nprs')?.thresholds.filter(({ primary }) => primary).map(({ id }) => id)).toEqual(['points-3', 'percent-30']);
	});

	test('reads the codebook of the example trial', async () => {
		const codebook = extended(JSON.parse(await readFile('data/trials/dinat-2015/codebook.json', 'utf8')));
		expect([meaning(codebook, 'conditions', 'HIV sensory neuropathy'), meaning(codebook, 'protocols', 'placebo'), meaning(codebook, 'measures', 'NRS pain')]).toEqual([
			['hiv-sensory-neuropathy'],
			['placebo'],
			['nprs'],
		]);
	});
});

describe('extendCodebook refuses', () => {
	test.each<[string, unknown, string]>([
		['what is no object', [], 'a codebook must be an object: []'],
		['an unknown kind', { condition: [] }, 'a codebook must not have "condition"'],
		['an entry without id', { conditions: [{ label: 'Tennis elbow' }] }, 'conditions[0].id is missing'],
		['an entry without label', { conditions: [{ id: 'hip-pain' }, { id: 'tennis-elbow' }] }, 'conditions[1].label is missing'],
		['a label of another type', { conditions: [{ id: 'knee-pain' }, { id: 'hip-pain', label: 5 }] }, 'conditions[1].label must be a string: 5'],
		['an id in another form', { sides: [{ id: 'Left Side', label: 'Links' }] }, 'sides[0].id must be lower-case words joined by hyphens: "Left Side"'],
		['a property that does not exist', { sides: [{ id: 'left', lable: 'Links' }] }, 'sides[0] must not have "lable"'],
		['synonyms that are no list', { sides: [{ id: 'left', synonyms: 'links' }] }, 'sides[0].synonyms must be an array: "links"'],
		['an empty synonym', { sides: [{ id: 'left', synonyms: ['links', ''] }] }, 'sides[0].synonyms[1] must not be empty'],
		['a value outside the list', { dischargeReasons: [{ id: 'completed', course: 'done' }] }, 'dischargeReasons[0].course must be completed or left or referred or other: "done"'],
		['a defect deep in an entry', { measures: [{ id: 'nprs', thresholds: [{ id: 'points-2', value: 'two' }] }] }, 'measures[0].thresholds[0].value must be a number: "two"'],
		['a threshold without citation', { measures: [{ id: 'akps', thresholds: [{ id: 'points-9', label: '9 points', kind: 'points', value: 9 }] }] }, 'measures[0].thresholds[0].citation is missing'],
		['a term with two meanings', { conditions: [{ id: 'hip-pain', synonyms: ['LBP'] }] }, 'conditions must give "lbp" one meaning, and "without" takes it from an entry: low-back-pain, hip-pain'],
		['a code with two meanings', { conditions: [{ id: 'hip-pain', codes: { local: ['M722'] } }] }, 'conditions must give "m722" one meaning, and "without" takes it from an entry: plantar-fasciitis, hip-pain'],
		['a name without letters', { sides: [{ id: 'left', synonyms: ['–'] }] }, 'sides must be named with letters or digits: left'],
		['an unknown body region', { conditions: [{ id: 'hip-pain', bodyRegion: 'tail' }] }, 'conditions "hip-pain" bodyRegion must be in bodyRegions: tail'],
		['an unknown component', { protocols: [{ id: 'massage-exercise', components: ['cupping'] }] }, 'protocols "massage-exercise" components must be in protocols: cupping'],
		['a protocol that is part of itself', { protocols: [{ id: 'massage-exercise', components: ['massage-exercise'] }] }, 'protocols "massage-exercise" components must be other protocols: massage-exercise'],
		['a threshold for an unknown condition', { measures: [{ id: 'nprs', thresholds: [{ id: 'points-2', conditions: ['gout'] }] }] }, 'measures "nprs" threshold "points-2" conditions must be in conditions: gout'],
		['two primary measures', { measures: [{ ...wellbeing, primary: true }, { id: 'lefs', primary: true }] }, 'measures must have one primary: lefs, wellbeing'],
		['no primary measure', { measures: [{ ...nprs, primary: false }] }, 'measures must have one primary: none'],
		['two measures in one column', { measures: [{ id: 'vas-pain', columns: ['pain_before'] }] }, 'measures must claim the column pain_before once: nprs, vas-pain'],
		['a range upside down', { measures: [{ id: 'akps', minimum: 100, maximum: 0 }] }, 'measures "akps" minimum must be below maximum: 100, 0'],
		['two primary thresholds', { measures: [{ id: 'nprs', thresholds: [{ id: 'points-2', primary: true }, { id: 'percent-50', primary: true }] }] }, 'measures "nprs" must have one primary threshold for all conditions'],
		['a threshold out of range', { measures: [{ id: 'nprs', thresholds: [{ id: 'points-2', value: 20 }] }] }, 'measures "nprs" threshold "points-2" value must be above 0 and at most 10: 20'],
		['no improvement as a threshold', { measures: [{ id: 'nprs', thresholds: [{ id: 'points-2', value: 0 }] }] }, 'measures "nprs" threshold "points-2" value must be above 0 and at most 10: 0'],
		['a gap between bands', { chronicity: [{ id: 'acute', belowWeeks: 4 }] }, 'chronicity "acute" must end where "subacute" begins, at 6 weeks: 4'],
		['a last band that ends', { chronicity: [{ id: 'chronic', belowWeeks: 52 }] }, 'chronicity "chronic" must end open (null), as the last band: 52'],
		['a first band that begins late', { chronicity: [{ id: 'acute', fromWeeks: 1 }] }, 'chronicity "acute" must begin at 0 weeks, as the first band: 1'],
	])('%s', (_, addition, message) => {
		expect(() => extended(addition)).toThrow(new Error(message));
	});

	test('all that is wrong, a line each', () => {
		expect(() => extended({ sides: [{ id: 'up' }, { id: 'down' }] })).toThrow(new Error('sides[0].label is missing\nsides[1].label is missing'));
	});
});
