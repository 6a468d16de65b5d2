import { createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, realpath, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

const size = 32;

/** Where a warehouse's key lies: the file named, else NEEDLEPOINT_KEY_FILE, else beside the folder and never in it. */
export function keyFile(warehouse: string, file?: string): string {
	const named = file ?? process.env['NEEDLEPOINT_KEY_FILE'];
	return named === undefined || named === '' ? `${resolve(warehouse)}.key` : resolve(named);
}

/**
 * The secret from which a warehouse's pseudonyms are made. Where there is no such file, one is made of random bytes that only
 * its owner can read, or where nothing may be written (`make` is false) a key is given that is not kept. A key that lies in the
 * warehouse folder, or that others can read, is refused.
 */
export async function loadKey(warehouse: string, file?: string, make = true): Promise<Buffer> {
	const path = keyFile(warehouse, file);
	if (isWithin(await settled(path), await settled(warehouse))) throw new Error(`the key file must not lie in the warehouse folder: ${path}; whoever copies the folder would copy the key too: name a place outside (--key FILE)`);
	if (!(await exists(path))) {
		if (!make) return randomBytes(size);
		await create(path);
	}
	const { mode } = await stat(path);
	if (process.platform !== 'win32' && (mode & 0o077) !== 0) throw new Error(`the key file can be read by others: ${path}; run chmod 600 on it`);
	const key = await readFile(path);
	if (key.length < size) throw new Error(`the key file is too short to be a key: ${path} (${key.length} bytes); it needs ${size} random bytes: put the right file back, or name another (--key FILE)`);
	return key;
}

/** Tells one key from another and gives none away; a snapshot keeps it. */
export function keyFingerprint(key: Buffer): string {
	return createHmac('sha256', key).update('fingerprint').digest('hex').slice(0, 16);
}

/** The file appears whole, by a hard link, so that nobody reads half a key. */
async function create(path: string): Promise<void> {
	await mkdir(dirname(path), { recursive: true });
	const own = `${path}.${process.pid}-${randomBytes(4).toString('hex')}`;
	try {
		const handle = await open(own, 'wx', 0o600);
		await handle
			.writeFile(randomBytes(size))
			.then(() => handle.sync())
			.finally(() => handle.close());
		await link(own, path).catch((error: NodeJS.ErrnoException) => {
			if (error.code !== 'EEXIST') throw error;
		});
	} finally {
		await rm(own, { force: true });
	}
}

async function exists(path: string): Promise<boolean> {
	return stat(path).then(
		() => true,
		(error: NodeJS.ErrnoException) => {
			if (error.code === 'ENOENT') return false;
			throw error;
		},
	);
}

/** The path with its links followed, as far as it exists. */
async function settled(path: string): Promise<string> {
	const whole = resolve(path);
	return realpath(whole).catch(async () => (dirname(whole) === whole ? whole : join(await settled(dirname(whole)), basename(whole))));
}

function isWithin(path: string, folder: string): boolean {
	const way = relative(folder, path);
	return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way);
}
