import type { Measured } from './measure.ts';

/** Times what this process does from now on, step by step. */
export function stopwatch(): { step: (name: string) => void; read: (rows: number) => Measured } {
	const started = performance.now();
	const before = process.cpuUsage();
	const begun: { step: string; at: number }[] = [];
	return {
		step: (step) => begun.push({ step, at: performance.now() }),
		read(rows) {
			const ended = performance.now();
			const { user, system } = process.cpuUsage(before);
			return {
				rows,
				seconds: (ended - started) / 1000,
				processorSeconds: (user + system) / 1e6,
				peakBytes: process.resourceUsage().maxRSS * 1024,
				steps: begun.map(({ step, at }, place) => ({ step, seconds: ((begun[place + 1]?.at ?? ended) - at) / 1000 })),
			};
		},
	};
}
