import type { Codebook } from '#lib/codebook/schema.ts';
import type { Table } from '#lib/charts/drawing.ts';
import { decimal, list, plural } from '#lib/charts/number.ts';
import type { Balance, ComparisonResult } from './result.ts';
import { conditionLabel, protocolLabel } from './words.ts';

export const likeBelow = 0.1;

/** A covariate's level in one condition, `short` without what stands in brackets; `before` and `after` are absolute standardised differences. */
export type Level = Readonly<{ covariate: string; name: string; short: string; before: number | null; after: number | null; suppressed: boolean }>;

export type ConditionBalance = Readonly<{ name: string; protocols: string; levels: readonly Level[] }>;

const covariateNames = new Map([
	['baseline', 'First score'],
	['chronicity', 'Chronicity'],
	['clinic', 'Clinic'],
	['sex', 'Sex'],
	['ageBand', 'Age'],
]);

/** The conditions that have any balance to show, covariates and levels in the order of the codebook. */
export function balancesOf({ conditions }: ComparisonResult, codebook: Codebook): ConditionBalance[] {
	const shown = conditions.filter(({ balance }) => balance.some(({ before }) => before !== null));
	return shown.map(({ condition, sides, balance }) => ({ name: conditionLabel(codebook, condition), protocols: (sides ?? []).map(({ protocol }) => `“${protocolLabel(codebook, protocol)}”`).join(' and '), levels: ordered(balance, codebook).map((each) => levelOf(each, codebook)) }));
}

export function balanceLabel(balances: readonly ConditionBalance[], synthetic: boolean): string {
	return `${synthetic ? 'Synthetic data. ' : ''}Absolute standardised differences of the two protocols’ patients before and after overlap weighting, with a line at ${decimal(likeBelow)}. ${balances.map(balanceSentence).join(' ')}`;
}

export function balanceNotes(balances: readonly ConditionBalance[]): string[] {
	const hidden = balances.flatMap(({ levels }) => levels).filter(({ suppressed }) => suppressed).length;
	const several = new Set(balances.map(({ protocols }) => protocols)).size > 1;
	return [
		`Absolute differences of the groups in each level of a covariate, in standard deviations; a difference beyond ${decimal(likeBelow)} is commonly called unlike.`,
		'Overlap weights make the groups alike in what the weighting knows of, and in nothing else: what was not recorded stays as unlike as it was.',
		...(several ? [`Compared are: ${balances.map(({ name, protocols }) => `${name}, ${protocols}`).join('; ')}.`] : []),
		...(hidden === 0 ? [] : [`${plural(hidden, 'level is', 'levels are')} withheld and not drawn: too few patients.`]),
	];
}

export function balanceTable(balances: readonly ConditionBalance[]): Table {
	return {
		caption: 'Absolute standardised differences before and after overlap weighting',
		columns: ['Condition', 'Covariate', 'Level', 'Before', 'After'],
		rows: balances.flatMap(({ name, levels }) => levels.map((level) => [name, level.covariate, level.name, cell(level.before, level), cell(level.after, level)])),
	};
}

function balanceSentence({ name, levels }: ConditionBalance): string {
	const before = levels.flatMap((level) => (level.before === null ? [] : [{ ...level, value: level.before }]));
	const after = levels.flatMap((level) => (level.after === null ? [] : [level.after]));
	const beyond = before.filter(({ value }) => value > likeBelow).length;
	const most = Math.max(...before.map(({ value }) => value));
	const where = list(before.filter(({ value }) => value === most).map((level) => `${level.covariate.toLowerCase()}${level.covariate === level.name ? '' : `: ${level.name}`}`));
	const weighted = after.length === 0 ? 'no weights could be fitted' : `at most ${decimal(Math.max(...after), 2)} after`;
	return `${name}: ${beyond} of ${before.length} beyond before, at most ${decimal(most, 2)} (${where}); ${weighted}.`;
}

function ordered(balance: readonly Balance[], { chronicity, sexes }: Codebook): Balance[] {
	const ids = [...chronicity, ...sexes].map(({ id }) => id);
	const place = ({ level }: Balance) => (level === null || !ids.includes(level) ? ids.length : ids.indexOf(level));
	return [...covariateNames.keys()].flatMap((name) => balance.filter(({ covariate }) => covariate === name).sort((a, b) => place(a) - place(b)));
}

function levelOf({ covariate, level, before, after, suppressed }: Balance, { chronicity, sexes }: Codebook): Level {
	const name = covariateNames.get(covariate) ?? covariate;
	const found = [...chronicity, ...sexes].find(({ id }) => id === level);
	const absolute = (value: number | null) => (value === null ? null : Math.abs(value));
	const label = level === null ? name : (found?.label ?? level.replace('not-recorded', 'not recorded'));
	return { covariate: name, name: label, short: label.replace(/ \(.*\)$/, ''), before: absolute(before), after: absolute(after), suppressed };
}

function cell(value: number | null, { suppressed }: Level): string {
	return value === null ? (suppressed ? 'withheld' : '–') : decimal(value, 2);
}
