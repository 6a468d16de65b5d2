import { zipSync } from 'fflate';
import { claimEvidence } from '#lib/evidence/claim-evidence.server.ts';
import type { Evidence } from '#lib/evidence/evidence.ts';
import { evidenceOf } from '#lib/evidence/evidence-of.server.ts';
import { reportingSources } from '#lib/evidence/reporting-sources.server.ts';
import { sha256 } from '../sha256.ts';
import type { Warehouse } from '../warehouse/open.ts';
import { pinned } from '../warehouse/pinned.ts';
import type { Stamp } from '../warehouse/stamp.ts';
import { claimTerms } from './claim-terms.ts';
import type { Manifest } from './manifest.ts';
import { packFiles, type PackedClaim } from './pack-files.ts';
import type { PackSpec } from './pack-spec.ts';
import { programVersion } from './program-version.ts';
import { canonicalNumbers, settledEvidence } from './settled.ts';

/** A pack, and what it holds. */
export type Pack = Readonly<{ manifest: Manifest; evidence: Evidence; claim: PackedClaim | null; bytes: Uint8Array<ArrayBuffer> }>;

/** The first day that a ZIP can name, by the clock that it is written with. */
const earliest = new Date(1980, 0, 1);

/** Packs evidence with all that it takes to check it, from one snapshot; the same snapshot gives the same bytes. Throws `Refused` where nothing may be printed. */
export async function makePack(warehouse: Warehouse, spec: PackSpec): Promise<Pack> {
	return warehouse.hold(async (stamp, beside) => {
		const own = pinned(warehouse.folder, stamp, beside);
		const { evidence: found, claim } = 'claim' in spec ? await ofClaim(own, spec.claim) : { evidence: await evidenceOf(own, spec, spec.audience), claim: null };
		const evidence = settledEvidence(found);
		const files = await packFiles({ evidence, claim, sources: await reportingSources(own, evidence) });
		const manifest = manifestOf({ evidence, claim, stamp, files });
		const whole = new Map([['manifest.json', new TextEncoder().encode(`${JSON.stringify(manifest, null, '\t')}\n`)], ...files]);
		return { manifest, evidence, claim, bytes: new Uint8Array(zipSync(Object.fromEntries(whole), { mtime: earliest })) };
	});
}

async function ofClaim(warehouse: Warehouse, id: string): Promise<{ evidence: Evidence; claim: PackedClaim }> {
	const { evidence, claim, article } = await claimEvidence(warehouse, id);
	return { evidence, claim: { article, claim } };
}

type Made = Readonly<{ evidence: Evidence; claim: PackedClaim | null; stamp: Stamp; files: ReadonlyMap<string, Uint8Array> }>;

function manifestOf({ evidence, claim, stamp, files }: Made): Manifest {
	const { spec, audience, title, method, numbers } = evidence;
	return {
		format: 1,
		version: programVersion,
		...spec,
		claim: claim === null ? null : { id: claim.claim.id, terms: claimTerms(claim.claim), verdict: claim.claim.verdict },
		audience,
		title,
		synthetic: stamp.synthetic,
		minimumCell: method.minimumCell,
		snapshot: { id: stamp.id, publishedAt: stamp.publishedAt, fingerprint: stamp.fingerprint, codebook: sha256(JSON.stringify(stamp.codebook)) },
		numbers: sha256(JSON.stringify(canonicalNumbers(numbers))),
		files: [...files].map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256(bytes) })),
	};
}
