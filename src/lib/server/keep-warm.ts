import { parseFilters } from '#lib/questions/filters.ts';
import { isQuestion, questions } from '#lib/questions/registry.server.ts';
import { answer } from './answer.ts';
import { onBehalfOf } from './asker.ts';
import type { Warehouse } from './warehouse/open.ts';
import type { Stamp } from './warehouse/stamp.ts';

/** Snapshots of fewer sessions answer at once. */
const large = 50_000;

/**
 * Works out what is asked first of a large snapshot, every question of everybody and of each condition, before anybody asks: one answer at a
 * time, and only while nothing else is asked for. It looks for a new snapshot every so many milliseconds. Gives what ends that.
 */
export function keepWarm(warehouse: Warehouse, every = 5000, from = large): () => void {
	const stop = new AbortController();
	let warm: Stamp | undefined;
	let working = false;

	async function look(): Promise<void> {
		if (working) return;
		working = true;
		try {
			const stamp = await warehouse.hold(async (current) => current);
			if (stamp === warm || stamp.sessions < from) return;
			warm = stamp;
			await onBehalfOf({ client: '', signal: stop.signal, patient: true }, () => ask(stamp));
		} catch {
			return;
		} finally {
			working = false;
		}
	}

	async function ask(stamp: Stamp): Promise<void> {
		const views = ['', ...stamp.codebook.conditions.map(({ id }) => id)];
		for (const condition of views) {
			for (const name of Object.keys(questions)) {
				const served = await warehouse.hold(async (current) => current === stamp);
				if (!served || stop.signal.aborted) return;
				if (isQuestion(name) && questions[name].madeOfOthers !== true) await answer(warehouse, name, parseFilters(new URLSearchParams(condition === '' ? {} : { condition }))).catch(() => undefined);
			}
		}
	}

	const timer = setInterval(() => void look(), every).unref();
	void look();
	return () => {
		clearInterval(timer);
		stop.abort();
	};
}
