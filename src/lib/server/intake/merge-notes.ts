import type { Merged } from './merge.ts';

/** What a person should know of how the import was merged with what the warehouse held. */
export function mergeNotes({ courses, visits, unreadable }: Merged): string[] {
	return [
		...(courses === 0 ? [] : [`${counted(courses, 'course')} told again took the place of the ${counted(visits, 'visit')} that the warehouse held of ${courses === 1 ? 'it' : 'them'}`]),
		...(unreadable === 0
			? []
			: [`the days of ${counted(unreadable, 'episode')} in the warehouse were hidden with another key, so that no visits can be added there: put the old key file back, or import those courses whole`]),
	];
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
