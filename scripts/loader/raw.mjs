import { readFile } from 'node:fs/promises';

/** Gives `import text from './file.sql?raw'` the meaning in Node that Vite gives it. */
export async function load(url, context, nextLoad) {
	if (!url.endsWith('?raw')) return nextLoad(url, context);
	const text = await readFile(new URL(url), 'utf8');
	return { format: 'module', shortCircuit: true, source: `export default ${JSON.stringify(text)};` };
}
