import { fields, type FieldName } from '#lib/record/fields.ts';
import { headerWords } from './header-words.ts';
import { unitWritten } from './unit-written.ts';
import { unitsOf } from './units.ts';

const scale = /(?<![0-9])0\s*(?:-|–|to|bis|à|a|=.*?,?)\s*(100?)(?![0-9])/iu;
const behind = /\s*[([]([^()[\]]*)[)\]]\s*$/u;

/** The unit that the name of a column gives, as in "Weekly distance (mi)" or "Pain (0-100)", where the column may have it. */
export function headerUnit(name: FieldName, header: string): string | undefined {
	const top = isTenScale(name) ? scale.exec(header)?.[1] : undefined;
	if (top !== undefined) return top === '10' ? 'points' : 'points-of-100';
	const found = headerWords(header).flatMap((word) => unitWritten(name, word) ?? []).filter((unit) => unitsOf(name)?.includes(unit));
	return new Set(found).size === 1 ? found[0] : undefined;
}

/** A header without the scale or unit in brackets behind it, where there is one. */
export function withoutUnit(header: string): string | undefined {
	const [whole = '', inner = ''] = behind.exec(header) ?? [];
	const isUnit = scale.test(inner) || fields.some(({ name }) => unitWritten(name, inner) !== undefined);
	const rest = header.slice(0, header.length - whole.length).trim();
	return whole !== '' && isUnit && rest !== '' ? rest : undefined;
}

function isTenScale(name: FieldName): boolean {
	const field = fields.find((each) => each.name === name);
	return field !== undefined && 'unit' in field && field.unit === 'points' && field.max === 10;
}
