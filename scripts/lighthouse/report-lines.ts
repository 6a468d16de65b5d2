import { categories, devices, type Audited, type Device } from './audit-page.ts';

export type Measured = Audited & Readonly<{ path: string; device: Device }>;

/** `load` is how many programs wanted a processor at the end. */
type Machine = Readonly<{ browser: string; load: number; processors: number }>;

/** The report as Markdown: a row a page, desktop and mobile beside one another. */
export function reportLines(measured: readonly Measured[], { browser, load, processors }: Machine): string[] {
	const paths = [...new Set(measured.map(({ path }) => path))];
	const columns = devices.flatMap((device) => categories.map((name) => ({ device, name })));
	const row = (path: string) => columns.map(({ device, name }) => String(measured.find((each) => each.path === path && each.device === device)?.scores[name] ?? '–'));
	return [
		'# Lighthouse',
		'',
		`\`npm run lighthouse\`, over the sample, Chromium ${browser}; load ${load.toFixed(1)} on ${processors} processors. Scores are of 100. Each page is asked for once before. Performance is simulated,`,
		'on a mobile device with a slow network and a fourth of the speed of this processor; where it is below 95, the middle one of three runs counts. On a busy machine it is lower.',
		'',
		`| page | ${columns.map(({ device, name }) => `${device}: ${name}`).join(' | ')} |`,
		`|---|${columns.map(() => '--:').join('|')}|`,
		...paths.map((path) => `| \`${path}\` | ${row(path).join(' | ')} |`),
		'',
	];
}
