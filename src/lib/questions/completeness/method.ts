import type { Method } from '../answer.ts';
import fieldsSql from './fields.sql?raw';
import flowSql from './flow.sql?raw';
import followUpSql from './follow-up.sql?raw';
import intakeSql from './intake.sql?raw';

export const method: Method = {
	text: [
		'Records are the rows of all files of the snapshot, whatever the filters: each was accepted, a duplicate of another, or rejected with a reason.',
		'Episodes are those that the filters select. Each step counts those of the step before: a score of the measure at session 1; a later score, which makes a change; three scores or more; and a discharge reason too.',
		'A follow-up is usable where an episode has a score at session 1 and a later one; its share of all episodes has a 95 % Wilson interval, of as many independent episodes as tell as much where patients have several (design effect). By month, an episode counts in the month of its first visit.',
		'A field is missing from a visit that has no value for it, also where it does not apply; score is the measure asked for. By month, a visit counts in its own month. The discharge reason belongs to an episode and stands in the steps.',
		'Whether the figures can be trusted goes by the largest of three losses: records refused, visits without a score, episodes without a usable follow-up. Below 5 % a loss can hardly turn a result, above 20 % it can, by a rule of thumb of clinical trials.',
		'Where all steps together would tell of few patients, steps are left out, the first score first; a month that would give back a small cell of its quarter, its year or the whole is withheld too.',
	],
	formula: ['accepted + duplicates + rejected = read', '(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n), z = 1.96, with n/D for n, D = max(1, Σ over patients of (x − p m)² / (n p (1 − p))), x followed of m episodes of a patient', 'missing / visits'],
	citations: [
		'von Elm E et al. The STROBE statement. PLoS Med 2007;4:e296 (items 12 to 14: missing data, numbers at each stage, follow-up)',
		'Benchimol EI et al. The RECORD statement. PLoS Med 2015;12:e1001885',
		'Schulz KF, Grimes DA. Sample size slippages in randomised trials: exclusions and the lost and wayward. Lancet 2002;359:781–785',
		'Wilson EB. Probable inference, the law of succession, and statistical inference. J Am Stat Assoc 1927;22:209–212',
	],
	sql: [intakeSql, flowSql, followUpSql, fieldsSql],
};
