import type { Step } from '#lib/server/intake/import-files.ts';
import { steps } from '#lib/server/intake/import-steps.ts';

/** Shows on stderr how far an import is: a bar on a terminal, a line a step elsewhere. */
export function progressBar(stream: NodeJS.WriteStream = process.stderr): { step: (step: Step) => void; end: () => void } {
	const started = performance.now();
	const seconds = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
	let last: string | undefined;
	let timer: NodeJS.Timeout | undefined;

	function draw(): void {
		const done = steps.findIndex((step) => step === last);
		const filled = Math.round((done / steps.length) * 24);
		stream.write(`\r\u001b[K${'█'.repeat(filled)}${'░'.repeat(24 - filled)} ${last ?? ''} ${seconds()}`);
	}

	return {
		step(step) {
			last = step;
			if (!stream.isTTY) stream.write(`${step}\n`);
			else {
				timer ??= setInterval(draw, 200).unref();
				draw();
			}
		},
		end() {
			clearInterval(timer);
			stream.write(stream.isTTY ? '\r\u001b[K' : `done in ${seconds()}\n`);
		},
	};
}
