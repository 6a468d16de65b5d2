import type { Evidence } from '#lib/evidence/evidence.ts';
import type { WarehouseFolder } from '../warehouse/folder.ts';
import { publishedRecords } from './published-files.ts';
import type { PublishedRecord } from './record.ts';

/** A figure that anybody may see, as it was when it was published. */
export type Published = Readonly<{ id: string; publishedAt: string; evidence: Evidence }>;

/** A figure that was published and is withdrawn. */
export type Withdrawn = Readonly<{ id: string; withdrawnAt: string }>;

/** The published figure of an id; undefined where there never was one. */
export async function publishedEvidence(folder: WarehouseFolder, id: string): Promise<Published | Withdrawn | undefined> {
	const record = (await publishedRecords(folder)).find((each) => each.id === id && each.follows === null);
	return record === undefined ? undefined : (shown(record) ?? { id, withdrawnAt: record.withdrawnAt ?? record.publishedAt });
}

/** Every published figure that is not withdrawn, newest first. */
export async function allPublished(folder: WarehouseFolder): Promise<Published[]> {
	return (await publishedRecords(folder)).flatMap((record) => (record.follows === null ? (shown(record) ?? []) : [])).reverse();
}

/** The figure of a record, without what only the guard may know. */
export function shown({ id, publishedAt, withdrawnAt, evidence }: PublishedRecord): Published | undefined {
	return evidence === null || withdrawnAt !== null ? undefined : { id, publishedAt, evidence };
}
