import { cpus, platform, release, totalmem } from 'node:os';
import duckdb from '@duckdb/node-api';

/** What the figures were measured on, in words. */
export function machine(): string {
	const [first] = cpus();
	const memory = Math.round(totalmem() / 2 ** 30);
	return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, ${memory} GiB of memory, ${platform()} ${release()}, Node ${process.versions.node}, DuckDB ${duckdb.version()}`;
}
