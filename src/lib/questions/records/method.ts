import type { Method } from '../answer.ts';
import changesSql from './changes.sql?raw';
import flagsSql from './flags.sql?raw';
import importsSql from './imports.sql?raw';
import measuresSql from './measures.sql?raw';
import refusalsSql from './refusals.sql?raw';
import visitsSql from './visits.sql?raw';
import vocabularySql from './vocabulary.sql?raw';

export const method: Method = {
	text: [
		'Every record read is accepted, a duplicate of another, or rejected with a reason; the three add up to the records read.',
		'A record that is refused for two reasons counts in both. Kept and worth a look are records that can stand and are odd, by rule. Changed are visits that the warehouse held and a later file tells otherwise, by field.',
		'Visits are counted by clinic and by month, in every month from the first to the last: a month without visits is a file that lacks, or a clinic that was closed.',
		'The values that a filter may take are those of the snapshot, each with its number of episodes; an episode has the clinic, therapist, protocol and payer of its first visit.',
	],
	formula: ['accepted + duplicates + rejected = read'],
	citations: ['Benchimol EI et al. The RECORD statement. PLoS Med 2015;12:e1001885'],
	sql: [vocabularySql, measuresSql, importsSql, refusalsSql, flagsSql, changesSql, visitsSql],
};
