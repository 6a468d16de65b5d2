import { ulid } from 'ulid';
import type { Evidence } from '#lib/evidence/evidence.ts';
import { Refused } from '#lib/evidence/refused.ts';
import { parseFilters } from '#lib/questions/filters.ts';
import { isQuestion } from '#lib/questions/registry.server.ts';
import { publicNumbers } from '../disclosure/public-numbers.ts';
import { locked } from '../warehouse/lock.ts';
import type { Warehouse } from '../warehouse/open.ts';
import { guard } from './guard.ts';
import { keepRecord, publishedRecords } from './published-files.ts';
import { publishedRecord, type PublishedRecord } from './record.ts';

/**
 * Publishes a figure that was made for the public from the current snapshot, and gives its record; throws `Refused` where the guard finds that
 * it would give a small cell away beside what was published before. The same figure of the same snapshot is published once. `follows` is the
 * id of the figure that this one brings up to date.
 */
export async function publish(warehouse: Warehouse, evidence: Evidence, follows: string | null = null): Promise<PublishedRecord> {
	const { spec, audience, snapshot } = evidence;
	const { question } = spec;
	if (audience !== 'public') throw new Refused('only a figure that was made for the public can be published: make it again for them.');
	if (!isQuestion(question)) throw new Refused(`there is no question called: ${question}.`);
	const kinds = publicNumbers[question];
	if (typeof kinds === 'string') throw new Refused(`${question} is not published: ${kinds}.`);
	return locked(warehouse.folder, async () =>
		warehouse.read(async (_, stamp, beside) => {
			if (stamp.id !== snapshot.id) throw new Refused('other records have been imported since this figure was made: look at it again, and publish it then.');
			const records = await publishedRecords(warehouse.folder);
			const same = records.find((each) => each.withdrawnAt === null && each.follows === follows && each.evidence?.snapshot.id === stamp.id && isSame(each.evidence.spec, spec));
			if (same !== undefined) return same;
			const filters = parseFilters(new URLSearchParams(spec.search));
			const verdict = await guard({ stamp, folder: warehouse.folder, beside }, question, filters, records);
			if ('refusal' in verdict) throw new Refused(verdict.refusal);
			const record = { id: ulid(), publishedAt: new Date().toISOString(), withdrawnAt: null, follows, name: `${evidence.title} (${evidence.subtitle})`, evidence, trace: verdict.trace };
			const kept = publishedRecord.parse(record);
			await keepRecord(warehouse.folder, kept);
			return kept;
		}),
	);
}

function isSame(one: Evidence['spec'], other: Evidence['spec']): boolean {
	return one.question === other.question && one.search === other.search && one.figure === other.figure;
}
