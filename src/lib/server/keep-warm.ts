import { parseFilters } from '#lib/questions/filters.ts';
import { isQuestion, questions, type QuestionName } from '#lib/questions/registry.server.ts';
import { answer } from './answer.ts';
import { onBehalfOf } from './asker.ts';
import { holdCourses } from './held/kept-courses.ts';
import { quiet } from './quiet.ts';
import type { Warehouse } from './warehouse/open.ts';
import type { Stamp } from './warehouse/stamp.ts';

/** Snapshots of fewer sessions answer at once. */
const large = 50_000;

/** What is made of other answers is worked out of them when it is asked for. */
const names = Object.keys(questions)
	.filter(isQuestion)
	.filter((name) => questions[name].madeOfOthers !== true);

/**
 * Reads what is to be held of a snapshot, and then works out what is asked first of a large one, every question of everybody and of each condition, before
 * anybody asks: one answer at a time, and while nothing else is asked for; what somebody's new question stops is begun again. It looks for a new
 * snapshot every so many milliseconds. Gives what ends that.
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
			if (stamp === warm) return;
			warm = stamp;
			await quiet();
			await warehouse.hold(holdCourses);
			if (stamp.sessions < from) return;
			await onBehalfOf({ client: '', signal: stop.signal, patient: true }, () => ask(stamp));
		} catch {
			return;
		} finally {
			working = false;
		}
	}

	async function ask(stamp: Stamp): Promise<void> {
		const views = ['', ...stamp.codebook.conditions.map(({ id }) => id)];
		const asked = views.flatMap((condition) => names.map((name) => ({ name, condition })));
		for (const { name, condition } of asked) {
			let isDone = false;
			while (!isDone) {
				await quiet();
				const served = await warehouse.hold(async (current) => current === stamp);
				if (!served || stop.signal.aborted) return;
				isDone = await workedOut(name, condition);
			}
		}
	}

	/** False where somebody's question stopped it; one that fails would fail again. */
	async function workedOut(name: QuestionName, condition: string): Promise<boolean> {
		return answer(warehouse, name, parseFilters(new URLSearchParams(condition === '' ? {} : { condition }))).then(
			() => true,
			(error: unknown) => !(error instanceof Error && error.name === 'AbortError'),
		);
	}

	const timer = setInterval(() => void look(), every).unref();
	void look();
	return () => {
		clearInterval(timer);
		stop.abort();
	};
}
