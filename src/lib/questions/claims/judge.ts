import { list } from '#lib/charts/number.ts';
import type { Claim, Figure } from './claim.ts';
import { causalWord } from './causal-words.ts';
import type { Estimated, Judged, Verdict } from './result.ts';
import { baseInWords, valueInWords } from './figure-in-words.ts';
import { together, verdictOf } from './verdict.ts';

/** A claim with its verdict, from the figures that `look` finds; one that cannot be looked up leaves the claim undecided and says why. */
export function judge({ id, sentence, design, tests, beside, reading, needs, print, caveat }: Claim, look: (figure: Figure) => Estimated): Judged {
	const tested = tests.map((test) => {
		const found = look(test);
		return { ...found, verdict: verdictOf(found, test.supports), from: test.supports.from ?? null, to: test.supports.to ?? null };
	});
	const others = beside.map(look);
	const verdict = together(tested.map((test) => test.verdict));
	const template = print === undefined ? undefined : { supported: print.supported, 'not supported': print.notSupported, 'too few data': undefined, 'not testable': undefined }[verdict];
	return {
		id,
		sentence,
		design,
		verdict,
		why: why(verdict, tested, needs),
		tests: tested,
		beside: others,
		reading: reading ?? null,
		printable: template === undefined ? null : printable(template, design, [...tested, ...others]),
		caveat: caveat ?? null,
	};
}

function why(verdict: Verdict, tests: Judged['tests'], needs: string | undefined): string {
	if (verdict === 'not testable') return `These records cannot test it: ${needs ?? 'they do not hold what it is about.'}`;
	const against = tests.filter((test) => test.verdict !== 'supported');
	const names = list(against.map(({ label }) => label));
	if (verdict === 'supported') return 'The whole interval lies within the range that would bear the sentence out.';
	if (verdict === 'not supported') return `Outside the range that would bear the sentence out: ${list(against.filter((test) => test.verdict === 'not supported').map(({ label }) => label))}.`;
	return against.some(({ estimate }) => estimate === null) ? `Not recorded, or withheld since too few patients stand behind it: ${names}.` : `The interval reaches over the edge of the range, so that more records are needed to decide: ${names}.`;
}

/** No sentence with a gap, and none that says more than its design carries. */
function printable(template: string, design: Claim['design'], figures: readonly Estimated[]): string | null {
	if (design !== 'comparison' && causalWord(template) !== undefined) return null;
	const named = [...template.matchAll(/\{(\d+)\}/gu)].map(([, place]) => figures[Number(place) - 1]);
	if (named.some((figure) => figure === undefined || figure.estimate === null)) return null;
	const filled = figures.reduce((sentence, figure, place) => {
		if (figure.estimate === null) return sentence;
		return sentence.replaceAll(`{${place + 1}}`, valueInWords(figure.estimate, figure)).replaceAll(`[${place + 1}]`, baseInWords(figure));
	}, template);
	return design === 'before-after' ? `${filled} There was no comparison group.` : filled;
}
