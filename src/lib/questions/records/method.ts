import type { Method } from '../answer.ts';
import importsSql from './imports.sql?raw';
import measuresSql from './measures.sql?raw';
import refusalsSql from './refusals.sql?raw';
import vocabularySql from './vocabulary.sql?raw';

export const method: Method = {
	text: [
		'Every record read is accepted, a duplicate of another, or rejected with a reason; the three add up to the records read.',
		'The values that a filter may take are those of the snapshot, each with its number of episodes; an episode has the clinic, therapist, protocol and payer of its first visit.',
	],
	formula: ['accepted + duplicates + rejected = read'],
	citations: ['Benchimol EI et al. The RECORD statement. PLoS Med 2015;12:e1001885'],
	sql: [vocabularySql, measuresSql, importsSql, refusalsSql],
};
