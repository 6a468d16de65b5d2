import type { Measure } from '#lib/codebook/schema.ts';
import { list, plural } from '#lib/charts/number.ts';
import { outcomes, type Outcome } from './outcome.ts';
import type { VariationFunnel, VariationResult } from './result.ts';
import { isShown } from './words.ts';

/** Which clinics and therapists lie beyond the limits of chance, by name and in no other order. */
export function variationSentence(result: VariationResult, measure: Measure): string {
	const shown = outcomes(result, measure)
		.map((outcome) => ({ outcome, funnel: result[outcome.level][outcome.outcome] }))
		.filter(({ funnel }) => isShown(funnel));
	if (shown.length === 0) return 'Too few episodes to tell clinics or therapists apart from chance.';
	const levels = [...new Set(shown.map(({ outcome }) => outcome.level))];
	const said = levels.map((level) => levelSentence(shown.filter(({ outcome }) => outcome.level === level)));
	return `${said.join(' ')} Being beyond a limit is a reason to look, not a verdict: of all that differ in nothing, about one in twenty would be.`;
}

function levelSentence(shown: readonly Readonly<{ outcome: Outcome; funnel: VariationFunnel }>[]): string {
	const points = Math.max(...shown.map(({ funnel }) => funnel.units.filter(({ point }) => point !== null).length));
	const { one, many } = shown[0]?.outcome ?? { one: '', many: '' };
	if (points === 1) return `Only one ${one} has enough episodes: there is none to compare it with.`;
	const beyond = shown.flatMap(({ outcome, funnel }) => {
		const names = funnel.units.filter(({ point }) => point !== null && point.beyond !== 'neither').map(({ unit }) => unit);
		return names.length === 0 ? [] : [`${list(names)} in ${outcome.outcome === 'response' ? 'the share who responded' : 'the mean change'}`];
	});
	const what = shown.length === 2 ? 'response and change' : shown[0]?.outcome.outcome === 'response' ? 'response' : 'change';
	return beyond.length === 0 ? `Of ${plural(points, one, many)} none differs beyond chance in ${what}, their case mix taken into account.` : `Of ${plural(points, one, many)}, beyond the 95\u00a0% limits: ${beyond.join('; ')}.`;
}
