import { z } from 'zod';
import type { Table } from '#lib/questions/question.ts';
import { minimumCell } from '../disclosure/minimum-cell.ts';
import { publicMinimum } from '../disclosure/public-minimum.ts';
import { sha256 } from '../sha256.ts';
import type { Manifest } from './manifest.ts';
import { programVersion } from './program-version.ts';
import { NotAPack, type FoundPack } from './read-pack.ts';

const numbersFile = z.strictObject({ columns: z.array(z.string()).max(200), rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))) });

/** Why this program cannot check a pack that was made by another, or with another setting. */
export function programFaults({ version, minimumCell: least, audience }: Manifest): string[] {
	const own = audience === 'public' ? publicMinimum() : minimumCell();
	return [
		...(isNewer(version, programVersion) ? [`it was made by Needlepoint ${version}, and this is ${programVersion}: update this program to check it`] : []),
		...(least === own ? [] : [`it was made where numbers on fewer than ${least} patients are withheld, and here it is ${own}: set NEEDLEPOINT_MINIMUM_CELL as it was there`]),
	];
}

/** The numbers of a pack; throws `NotAPack` where they are not those that its manifest names. */
export function packedNumbers({ manifest, files }: FoundPack): Table {
	const { success, data } = z.preprocess(parsed, numbersFile).safeParse(files.get('numbers.json')?.toString('utf8'));
	if (!success || sha256(JSON.stringify(data)) !== manifest.numbers) throw new NotAPack('numbers.json does not hold the numbers that the manifest names');
	return data;
}

function parsed(text: unknown): unknown {
	try {
		return JSON.parse(String(text));
	} catch {
		return undefined;
	}
}

function isNewer(version: string, than: string): boolean {
	const [a, b] = [version, than].map((each) => each.split('.').map(Number));
	const place = a?.findIndex((part, index) => part !== b?.[index]) ?? -1;
	return place >= 0 && (a?.[place] ?? 0) > (b?.[place] ?? 0);
}
