import { Refused } from '#lib/evidence/refused.ts';
import type { Table } from '#lib/questions/question.ts';
import { NotKept, openKept } from '../warehouse/open-kept.ts';
import type { Warehouse } from '../warehouse/open.ts';
import { differenceWords } from './difference-words.ts';
import { differences, numbersIn } from './differences.ts';
import { makePack, type Pack } from './make-pack.ts';
import type { Manifest } from './manifest.ts';
import { packedNumbers, programFaults } from './pack-faults.ts';
import type { PackSpec } from './pack-spec.ts';
import { programVersion } from './program-version.ts';
import { readPack } from './read-pack.ts';
import { canonicalNumbers } from './settled.ts';

/** What became of a pack, and why, a line a thought. */
export type Verification = Readonly<{ outcome: 'holds' | 'no longer holds' | 'cannot be checked'; lines: readonly string[] }>;

/**
 * Checks a pack: that its files are those that were packed, that all of it follows from the records that it was made from, as long as
 * they are kept, and that it still holds with the records that are served now. Throws `NotAPack` where the file is none.
 */
export async function verifyPack(path: string, warehouse: Warehouse): Promise<Verification> {
	const pack = await readPack(path);
	const { manifest, faults } = pack;
	const head = [`${manifest.title}${manifest.synthetic ? ' (synthetic data)' : ''}`, `snapshot ${manifest.snapshot.id} of ${manifest.snapshot.publishedAt}, Needlepoint ${manifest.version}`];
	if (faults.length > 0) return { outcome: 'cannot be checked', lines: [...head, ...faults.map((fault) => `tampered with, or damaged: ${fault}`)] };
	const wrong = programFaults(manifest);
	if (wrong.length > 0) return { outcome: 'cannot be checked', lines: [...head, ...wrong.map((each) => `cannot be checked here: ${each}`)] };
	const numbers = packedNumbers(pack);
	const files = `files: all ${manifest.files.length} are as they were packed`;
	const then = await ofItsRecords(manifest, numbers, warehouse);
	if (then.outcome !== 'holds') return { outcome: then.outcome, lines: [...head, files, ...then.lines] };
	const now = await ofTheRecordsNow(manifest, numbers, warehouse);
	return { outcome: now.outcome, lines: [...head, files, ...then.lines, ...now.lines] };
}

/** Makes the pack again from the records that it was made from. */
async function ofItsRecords(manifest: Manifest, numbers: Table, warehouse: Warehouse): Promise<Verification> {
	const again = await madeFromKept(manifest, warehouse);
	if (again === undefined) return { outcome: 'holds', lines: ['its own records: no longer kept, so that they cannot be asked again'] };
	const cannot = (...lines: string[]): Verification => ({ outcome: 'cannot be checked', lines });
	if (typeof again === 'string') return cannot(`its own records: nothing may be printed from them: ${again}`);
	if (again.manifest.snapshot.fingerprint !== manifest.snapshot.fingerprint) return cannot('its own records: this warehouse keeps other records under the same snapshot; name the right one with --warehouse');
	if (isEdited(manifest, again.manifest)) return cannot('its own records: the claim has been edited since, so that its verdict is another question now');
	const found = differences(numbers, canonicalNumbers(again.evidence.numbers));
	const same = manifest.version === programVersion;
	if (found.length > 0 && same) return cannot('its own records: tampered with, since these numbers do not follow from them:', ...differenceWords(found));
	if (found.length > 0) return { outcome: 'no longer holds', lines: [`its own records: no longer holds: Needlepoint ${programVersion} computes otherwise:`, ...differenceWords(found)] };
	const unlike = same ? unlikeFiles(manifest, again.manifest) : [];
	if (unlike.length > 0) return cannot(...unlike.map((name) => `its own records: tampered with, since ${name} does not follow from them, though the numbers do`));
	return { outcome: 'holds', lines: [`its own records: holds exactly: ${numbersIn(numbers)} numbers equal`] };
}

async function ofTheRecordsNow(manifest: Manifest, numbers: Table, warehouse: Warehouse): Promise<Verification> {
	const current = await warehouse.hold(async ({ id }) => id);
	if (current === manifest.snapshot.id) return { outcome: 'holds', lines: ['the records now: the same'] };
	const now = await makePack(warehouse, specOf(manifest)).catch(refusal);
	const place = `the records now (snapshot ${current}):`;
	if (typeof now === 'string') return { outcome: 'no longer holds', lines: [`${place} no longer holds: nothing may be printed now: ${now}`] };
	if (isEdited(manifest, now.manifest)) return { outcome: 'cannot be checked', lines: [`${place} the claim has been edited since, so that its verdict is another question now`] };
	const found = differences(numbers, canonicalNumbers(now.evidence.numbers));
	const words = [
		...(now.manifest.synthetic === manifest.synthetic ? [] : [`those of the pack were ${manifest.synthetic ? 'made up, and these are not' : 'not made up, and these are'}`]),
		...(now.manifest.snapshot.codebook === manifest.snapshot.codebook ? [] : ['the codebook has changed since: the same words and thresholds may mean something else']),
	];
	if (found.length === 0) return { outcome: 'holds', lines: [`${place} still holds: ${numbersIn(numbers)} numbers equal`, ...words] };
	return { outcome: 'no longer holds', lines: [`${place} no longer holds:`, ...verdictWords(manifest, now.manifest), ...differenceWords(found), ...words, `what may be printed now: ${now.evidence.sentence}`] };
}

async function madeFromKept(manifest: Manifest, { folder }: Warehouse): Promise<Pack | string | undefined> {
	const kept = await openKept(folder, manifest.snapshot.id).catch((error: unknown) => {
		if (error instanceof NotKept) return undefined;
		throw error;
	});
	if (kept === undefined) return undefined;
	try {
		return await makePack(kept, specOf(manifest)).catch(refusal);
	} finally {
		kept.close();
	}
}

function refusal(error: unknown): string {
	if (error instanceof Refused) return error.message;
	throw error;
}

function specOf({ claim, question, search, figure, audience }: Manifest): PackSpec {
	return claim === null ? { question, search, figure, audience } : { claim: claim.id };
}

function verdictWords({ claim: was }: Manifest, { claim: is }: Manifest): string[] {
	if (was === null || is === null) return [];
	return [was.verdict === is.verdict ? `the verdict is ${is.verdict} as before, with other numbers` : `the verdict was ${was.verdict}, is ${is.verdict}`];
}

function unlikeFiles(was: Manifest, again: Manifest): string[] {
	const hashes = new Map(again.files.map(({ name, sha256 }) => [name, sha256]));
	const unlike = was.files.filter(({ name, sha256 }) => hashes.get(name) !== sha256).map(({ name }) => name);
	return unlike.length > 0 || JSON.stringify(was) === JSON.stringify(again) ? unlike : ['manifest.json'];
}

/** Whether a claim of the same name asks something else than it did: other words, other figures or another range. */
function isEdited({ claim: was }: Manifest, { claim: is }: Manifest): boolean {
	return was?.terms !== is?.terms;
}
