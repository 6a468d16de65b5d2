import { evidenceOf } from '#lib/evidence/evidence-of.server.ts';
import { Refused } from '#lib/evidence/refused.ts';
import type { Warehouse } from '../warehouse/open.ts';
import type { Stamp } from '../warehouse/stamp.ts';
import { publish } from './publish.ts';
import { shown, type Published } from './published-evidence.ts';

const made = new WeakMap<Stamp, Map<string, Promise<Published | undefined>>>();

/**
 * A published figure brought up to the current snapshot; undefined where the guard refuses that, or nothing can be told. What is made so is published
 * itself, so that the guard knows of it; it is tried once a snapshot.
 */
export async function latest(warehouse: Warehouse, published: Published): Promise<Published | undefined> {
	return warehouse.read(async (_, stamp) => {
		if (stamp.id === published.evidence.snapshot.id) return published;
		const tried = made.get(stamp) ?? new Map<string, Promise<Published | undefined>>();
		made.set(stamp, tried);
		const found = tried.get(published.id) ?? broughtUp(warehouse, published);
		tried.set(published.id, found);
		return found.catch((error: unknown) => {
			tried.delete(published.id);
			throw error;
		});
	});
}

async function broughtUp(warehouse: Warehouse, { id, evidence: { spec } }: Published): Promise<Published | undefined> {
	try {
		return shown(await publish(warehouse, await evidenceOf(warehouse, spec, 'public'), id));
	} catch (error) {
		if (error instanceof Refused) return undefined;
		throw error;
	}
}
