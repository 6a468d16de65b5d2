import { listFilters, partings, singleFilters } from '#lib/questions/filters.ts';

const text = { type: 'string' } as const;

/** The filters as options of a command, by the names that they have in addresses. */
export const filterOptions = {
	...Object.fromEntries(listFilters.map(({ name }) => [name, { type: 'string', multiple: true } as const])),
	...Object.fromEntries(singleFilters.map((name) => [name, text])),
};

export const filterUsage = `
${listFilters.map(({ name }) => `  --${name} VALUE`.padEnd(26) + 'only these; may be given several times').join('\n')}
  --measure MEASURE       outcome measure (the codebook's primary one)
  --threshold THRESHOLD   the threshold of a meaningful change (the measure's primary one)
  --rebase YYYY-MM        the month from which a chart over time is computed anew
  --by PART               a group for each protocol too; of recovery also clinic or chronicity
  --axis sessions|weeks   recovery: count visits, or weeks since the first (sessions)
  --delta POINTS          recovery: suppose that those who left did this much worse than predicted`.slice(1);

type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** The filters that a command was given; throws where one has a value that would silently be passed over. */
export function askedFilters(values: Values): URLSearchParams {
	const known = new Set<string>([...listFilters.map(({ name }) => name), ...singleFilters]);
	const asked = new URLSearchParams(Object.entries(values).flatMap(([name, value]) => (known.has(name) ? [value ?? []].flat().map((each) => [name, String(each)]) : [])));
	refuse(asked, 'by', (by) => partings.some((each) => each === by), `be ${partings.join(', ')}`);
	refuse(asked, 'axis', (axis) => axis === 'sessions' || axis === 'weeks', 'be sessions or weeks');
	refuse(asked, 'delta', (delta) => Number(delta) > 0, 'be a number of points above 0');
	return asked;
}

function refuse(asked: URLSearchParams, flag: string, allowed: (value: string) => boolean, need: string): void {
	const value = asked.get(flag);
	if (value !== null && !allowed(value)) throw new Error(`--${flag} must ${need}: ${value}`);
}
