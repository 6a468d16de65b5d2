import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { WarehouseFolder } from './folder.ts';
import { isPresent } from './presence.ts';

/** Where one engine puts what a question needs beyond its memory. The engine makes the folder when it first needs it. */
export function spillFolder({ root }: WarehouseFolder): string {
	return join(root, `spill-${process.pid}-${randomUUID()}-${hostname()}`);
}

/** Removes the folder of an engine that was closed. */
export function dropSpill(path: string): void {
	rmSync(path, { recursive: true, force: true });
}

/** Clears away what programs of this machine left there when they were killed. */
export async function clearSpills({ root }: WarehouseFolder): Promise<void> {
	const names = await readdir(root).catch(() => []);
	for (const name of names.filter(isLeft)) await rm(join(root, name), { recursive: true, force: true }).catch(() => undefined);
}

function isLeft(name: string): boolean {
	const [, pid = '', host] = /^spill-(\d+)-[0-9a-f-]{36}-(.*)$/u.exec(name) ?? [];
	return host === hostname() && Number(pid) !== process.pid && !isPresent(pid, 0);
}
