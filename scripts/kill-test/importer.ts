import { z } from 'zod';
import { importAll } from './import-all.ts';

const order = z.object({ files: z.array(z.string()), warehouse: z.string() });

/** Waits, with all modules loaded, for what to import; tells each step, and the end. */
process.once('message', (message) => {
	const { files, warehouse } = order.parse(message);
	void importAll(files, warehouse, (step) => process.send?.(step)).then(
		() => process.send?.('ended', () => process.disconnect()),
		(error: unknown) => process.send?.(`failed: ${String(error)}`, () => process.disconnect()),
	);
});
process.send?.('ready');
