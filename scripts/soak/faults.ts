import type { Published } from './newest-snapshot.ts';
import type { Asked } from './steady-requests.ts';

/**
 * What is wrong with requests that were sent while snapshots were published: those that failed, answers from a snapshot that was not
 * published as it is now, two answers of one snapshot that differ, and answers from a snapshot that readers had already left.
 */
export function faults(requests: readonly Asked[], published: readonly Published[]): string[] {
	const failed = requests.flatMap(({ failure }) => failure ?? []);
	return [...failed, ...fromNoSnapshot(requests, published), ...different(requests), ...goneBack(requests, published)];
}

function fromNoSnapshot(requests: readonly Asked[], published: readonly Published[]): string[] {
	const whole = new Set(published.map(({ id, sessions, episodes }) => `${id} ${sessions} ${episodes}`));
	return requests.flatMap(({ path, told }) => (told === undefined || whole.has(`${told.id} ${told.sessions} ${told.episodes}`) ? [] : [`${path}: is from no published snapshot: ${told.id}`]));
}

function different(requests: readonly Asked[]): string[] {
	const answers = new Map<string, string>();
	return requests.flatMap(({ path, told }) => {
		if (told === undefined) return [];
		const key = `${path} ${told.id}`;
		const first = answers.get(key) ?? told.answer;
		answers.set(key, first);
		return first === told.answer ? [] : [`${path}: two answers from snapshot ${told.id} differ`];
	});
}

/** A request that was sent after a snapshot was published, or after somebody had an answer from it, must be answered from it or from a later one. */
function goneBack(requests: readonly Asked[], published: readonly Published[]): string[] {
	const place = new Map(published.map(({ id }, number) => [id, number]));
	const placeOf = ({ told }: Asked) => (told === undefined ? undefined : place.get(told.id));
	const known = published.map(({ seenAt }, number) => Math.min(seenAt, ...requests.filter((request) => placeOf(request) === number).map(({ answeredAt }) => answeredAt)));
	return requests.flatMap((request) => {
		const number = placeOf(request);
		return number === undefined || !known.slice(number + 1).some((since) => since < request.sentAt) ? [] : [`${request.path}: is from a snapshot that had been left: ${request.told?.id ?? ''}`];
	});
}
