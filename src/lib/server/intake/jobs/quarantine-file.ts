import { open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { WarehouseFolder } from '../../warehouse/folder.ts';
import type { Job } from './job.ts';
import { readReport } from './read-report.ts';
import { readStage } from './stage.ts';

/** The list of refused records that a job's last check or import wrote, piece by piece; undefined where it wrote none. */
export async function quarantineFile(warehouse: WarehouseFolder, job: Job): Promise<ReadableStream<Uint8Array> | undefined> {
	const stage = await readStage(job);
	if (stage === undefined || stage.running || stage.name === 'look') return undefined;
	const path = resolve(readReport(stage.output)?.quarantine ?? '');
	if (![warehouse.quarantine, job.quarantine].includes(dirname(path))) return undefined;
	const handle = await open(path, 'r').catch(() => undefined);
	if (handle === undefined) return undefined;
	return new ReadableStream<Uint8Array>({
		async pull(controller) {
			const { buffer, bytesRead } = await handle.read(new Uint8Array(65_536));
			if (bytesRead > 0) return controller.enqueue(buffer.subarray(0, bytesRead));
			await handle.close();
			controller.close();
		},
		cancel: () => handle.close(),
	});
}
