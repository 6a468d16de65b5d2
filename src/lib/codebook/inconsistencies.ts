import { publishedDefects } from './published-defects.ts';
import type { Codebook, CodebookKind, Measure } from './schema.ts';
import { codebookTerms } from './terms.ts';

/** What no single entry shows: terms with two meanings, references to nothing, two primaries, gaps between bands. */
export function inconsistencies(codebook: Codebook): readonly string[] {
	return [
		...repeatedIds(codebook),
		...ambiguousTerms(codebook),
		...brokenReferences(codebook),
		...primaryMeasures(codebook),
		...sharedColumns(codebook),
		...codebook.measures.flatMap(measureDefects),
		...gaps(codebook),
		...publishedDefects(codebook),
	];
}

function repeatedIds(codebook: Codebook): string[] {
	const kinds = Object.entries(codebook);
	return kinds.flatMap(([kind, entries]) => repeated(entries.map(({ id }) => id)).map((id) => `${kind} must have one entry with the id: ${id}`));
}

function ambiguousTerms(codebook: Codebook): string[] {
	const meanings = new Map<string, { kind: CodebookKind; term: string; ids: Set<string> }>();
	for (const { kind, term, id } of codebookTerms(codebook)) {
		const key = `${kind} ${term}`;
		const meaning = meanings.get(key) ?? { kind, term, ids: new Set() };
		meanings.set(key, { ...meaning, ids: meaning.ids.add(id) });
	}
	return [...meanings.values()].flatMap(({ kind, term, ids }) => {
		if (term === '') return [`${kind} must be named with letters or digits: ${[...ids].join(', ')}`];
		return ids.size < 2 ? [] : [`${kind} must give "${term}" one meaning, and "without" takes it from an entry: ${[...ids].join(', ')}`];
	});
}

function brokenReferences({ conditions, protocols, measures, bodyRegions }: Codebook): string[] {
	const known = { conditions: idsOf(conditions), protocols: idsOf(protocols), bodyRegions: idsOf(bodyRegions) };
	return [
		...conditions.flatMap(({ id, bodyRegion }) =>
			bodyRegion === undefined || known.bodyRegions.has(bodyRegion) ? [] : [`conditions "${id}" bodyRegion must be in bodyRegions: ${bodyRegion}`],
		),
		...protocols.flatMap(({ id, components }) => [
			...components.filter((part) => !known.protocols.has(part)).map((part) => `protocols "${id}" components must be in protocols: ${part}`),
			...components.filter((part) => part === id).map((part) => `protocols "${id}" components must be other protocols: ${part}`),
		]),
		...measures.flatMap(({ id, thresholds }) =>
			thresholds.flatMap((threshold) =>
				threshold.conditions
					.filter((condition) => !known.conditions.has(condition))
					.map((condition) => `measures "${id}" threshold "${threshold.id}" conditions must be in conditions: ${condition}`),
			),
		),
	];
}

function primaryMeasures({ measures }: Codebook): string[] {
	const primary = measures.filter((measure) => measure.primary).map(({ id }) => id);
	return measures.length === 0 || primary.length === 1 ? [] : [`measures must have one primary: ${primary.join(', ') || 'none'}`];
}

function sharedColumns({ measures }: Codebook): string[] {
	return repeated(measures.flatMap(({ columns }) => [...new Set(columns)])).map((column) => {
		const claimants = measures.filter(({ columns }) => columns.some((each) => each === column)).map(({ id }) => id);
		return `measures must claim the column ${column} once: ${claimants.join(', ')}`;
	});
}

function measureDefects({ id, minimum, maximum, thresholds }: Measure): string[] {
	const at = `measures "${id}"`;
	const primary = thresholds.filter((threshold) => threshold.primary);
	const scopes = primary.flatMap(({ conditions }) => (conditions.length === 0 ? ['all conditions'] : [...new Set(conditions)]));
	return [
		...(minimum < maximum ? [] : [`${at} minimum must be below maximum: ${minimum}, ${maximum}`]),
		...repeated(thresholds.map((threshold) => threshold.id)).map((each) => `${at} must have one threshold with the id: ${each}`),
		...repeated(scopes).map((scope) => `${at} must have one primary threshold for ${scope}`),
		...thresholds.flatMap(({ id: threshold, kind, value }) => {
			const [low, high] = { points: [0, maximum - minimum], percent: [0, 100], 'at-most': [minimum, maximum], 'at-least': [minimum, maximum] }[kind];
			const change = kind === 'points' || kind === 'percent';
			if (low === undefined || high === undefined || (value >= low && value <= high && !(change && value === 0))) return [];
			return [`${at} threshold "${threshold}" value must be ${change ? 'above' : 'at least'} ${low} and at most ${high}: ${value}`];
		}),
	];
}

function gaps({ chronicity }: Codebook): string[] {
	const bands = chronicity.toSorted((a, b) => a.fromWeeks - b.fromWeeks);
	return bands.flatMap(({ id, fromWeeks, belowWeeks }, i) => {
		const next = bands[i + 1];
		const start = i === 0 && fromWeeks !== 0 ? [`chronicity "${id}" must begin at 0 weeks, as the first band: ${fromWeeks}`] : [];
		if (belowWeeks === (next?.fromWeeks ?? null)) return start;
		return [...start, `chronicity "${id}" must end ${next ? `where "${next.id}" begins, at ${next.fromWeeks} weeks` : 'open (null), as the last band'}: ${belowWeeks}`];
	});
}

function idsOf(entries: readonly { readonly id: string }[]): ReadonlySet<string> {
	return new Set(entries.map(({ id }) => id));
}

function repeated<Value>(values: readonly Value[]): readonly Value[] {
	return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}
