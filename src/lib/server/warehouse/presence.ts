import { utimes } from 'node:fs/promises';
import { hostname } from 'node:os';

/** This process, told from an earlier one that had the same number, as happens in containers, and from those of other machines that share the folder. */
export const presence = `${process.pid} ${Math.round(performance.timeOrigin)} ${hostname()}`;

/** A file of a process of another machine that has not been touched for so many milliseconds is taken for left behind. */
const silence = 600_000;

/** Whether the process that wrote its presence into a file still runs. Of another machine's, only the time that the file was touched can tell. */
export function isPresent(text: string, touchedAt: number): boolean {
	const [pid = '', , host = hostname()] = text.trim().split(' ');
	if (!/^[1-9][0-9]*$/u.test(pid)) return false;
	if (host !== hostname()) return isRecent(touchedAt);
	return Number(pid) === process.pid ? text.trim() === presence : runs(Number(pid));
}

/** Clocks that jump or differ count both ways. */
export function isRecent(touchedAt: number): boolean {
	return Math.abs(Date.now() - touchedAt) < silence;
}

/** Touches a file from time to time for as long as this process runs; gives what ends that. */
export function keepTouched(path: string): () => void {
	const beat = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), silence / 10).unref();
	return () => clearInterval(beat);
}

function runs(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}
