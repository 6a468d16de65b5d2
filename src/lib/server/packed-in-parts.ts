import { once } from 'node:events';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';

const packers = {
	br: () => createBrotliCompress({ flush: constants.BROTLI_OPERATION_FLUSH, params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
	gzip: () => createGzip({ flush: constants.Z_SYNC_FLUSH }),
} as const;

/** Packs what comes part by part: each is packed and sent at once, and none waits for the next. */
export function packedInParts(encoding: keyof typeof packers): TransformStream<Uint8Array, Uint8Array> {
	const packer = packers[encoding]();
	return new TransformStream({
		start: (controller) => {
			packer.on('data', (bytes: Uint8Array) => controller.enqueue(bytes));
			packer.on('error', (reason) => controller.error(reason));
		},
		transform: async (bytes) => new Promise<void>((resolve) => packer.write(bytes, () => resolve())),
		flush: async () => {
			packer.end();
			await once(packer, 'end');
		},
	});
}
