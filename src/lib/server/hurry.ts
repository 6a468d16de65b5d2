import { setImmediate as othersTurn } from 'node:timers/promises';
import { asker } from './asker.ts';

/** Milliseconds after which what is for later goes on nevertheless. */
const patience = 50;

let hurried = 0;

/** Does what is looked at first; what is for later makes way for it meanwhile. */
export async function hurrying<T>(work: () => Promise<T>): Promise<T> {
	hurried += 1;
	try {
		return await work();
	} finally {
		hurried -= 1;
	}
}

/** Lets others have their turn; where this is done for later, as long as what is looked at first is not done. */
export async function makeWay(): Promise<void> {
	const begun = performance.now();
	const { later = false, patient = false } = asker() ?? {};
	do await othersTurn();
	while ((later || patient) && hurried > 0 && performance.now() - begun < patience);
}
