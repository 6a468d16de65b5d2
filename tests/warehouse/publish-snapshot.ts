import { setTimeout as pause } from 'node:timers/promises';
import { importInto } from '../intake/import-into.ts';

/** Publishes a snapshot that differs from the ones before by one patient with this pain; gives its id. */
export async function publishSnapshot(folder: string, pain: number): Promise<string> {
	await pause(2);
	const { snapshot } = await importInto(folder, { [`${pain}.csv`]: ['patient_id,condition,session_number,pain_before', `P${pain},knee pain,1,${pain}`] });
	return snapshot ?? '';
}
