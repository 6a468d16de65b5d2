import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const source = join('src', 'lib', 'statistics');
const routines = readdirSync(source).map((file) => basename(file, '.ts'));

const scripts = new Set(readdirSync(join('tests', 'statistics')).filter((file) => file.endsWith('.R')).map((file) => basename(file, '.R')));

/** Routines that compute no number of their own worth a script: what makes use of each and is checked. */
const through: Readonly<Record<string, string>> = {
	'beta-fraction': 'beta-distribution',
	'climb': 'likelihood-top',
	'estimable-scores': 'mmrm',
	'estimated-curve': 'mmrm',
	'information-products': 'normal-information',
	'leading-patterns': 'likelihood-top',
	'likelihood-top': 'mmrm',
	'observed-mean-variances': 'estimated-curve',
	'pattern-curvature': 'information-products',
	'restricted-curve': 'restricted-mmrm',
	'restricted-likelihood': 'restricted-curve',
	'restricted-lines': 'linear-mixed-model',
};

/** What the tests that read numbers of an R script take in. */
const checked = new Set(
	readdirSync(join('tests', 'statistics'))
		.filter((file) => file.endsWith('.test.ts'))
		.map((file) => readFileSync(join('tests', 'statistics', file), 'utf8'))
		.filter((text) => /from '\.\/[a-z-]+\.json'/.test(text))
		.flatMap((text) => [...text.matchAll(/#lib\/statistics\/([a-z-]+)\.ts/g)].map(([, name = '']) => name)),
);

describe('the statistics', () => {
	it.each(routines.filter((name) => !(name in through)))('%s stands beside numbers of R', (name) => {
		expect(checked).toContain(name);
	});

	it.each(Object.entries(through))('%s is part of %s, which does', (name, user) => {
		expect(readFileSync(join(source, `${user}.ts`), 'utf8')).toContain(`'./${name}.ts'`);
		expect(checked.has(user) || user in through).toBe(true);
	});

	it.each(routines.filter((name) => !scripts.has(name)))('%s, without a script of its own, names the one that checks it', (name) => {
		const named = [...readFileSync(join(source, `${name}.ts`), 'utf8').matchAll(/\b([a-z][a-z-]*)\.R\b/g)].map(([, script = '']) => script);
		expect(named.length).toBeGreaterThan(0);
		expect(named.filter((script) => !scripts.has(script))).toEqual([]);
	});

	it('names no routine that has gone', () => expect(Object.keys(through).filter((name) => !routines.includes(name))).toEqual([]));
});
