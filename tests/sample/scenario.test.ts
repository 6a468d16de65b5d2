import { expect, test } from 'vitest';
import json from '#data/sample/scenario.json' with { type: 'json' };
import { parseScenario } from '#lib/sample/scenario.ts';

test('a clinic cannot treat a condition that the scenario does not describe', () => {
	const clinics = json.clinics.map((clinic) => ({ ...clinic, conditions: { ...clinic.conditions, 'tennis-elbow': 1 } }));
	expect(() => parseScenario({ ...json, clinics })).toThrow('no such entry: tennis-elbow');
});

test('a word that would need quotes in a file is refused', () => {
	expect(() => parseScenario({ ...json, payers: [{ value: 'insurance, private', weight: 1 }] })).toThrow('without comma');
});
