import { dirname, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { layers } from './layers.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const aliases = { '#lib/': 'src/lib/', '$lib/': 'src/lib/', '#data/': 'data/' };

/** Reports an import that the layer of the importing file may not have. */
export const boundaries = {
	meta: { type: 'problem', schema: [], messages: { forbidden: '{{file}} may not import {{target}}' } },
	create(context) {
		const file = relative(root, context.filename).split(sep).join('/');
		const layer = layers.find(({ files }) => files.test(file));
		if (layer === undefined) return {};
		const check = (source, typeOnly) => {
			if (typeof source?.value !== 'string') return;
			const target = resolve(source.value, file);
			if (!allows(layer, target, file, typeOnly)) context.report({ node: source, messageId: 'forbidden', data: { file, target } });
		};
		return {
			ImportDeclaration: ({ source, importKind }) => check(source, importKind === 'type'),
			ExportNamedDeclaration: ({ source, exportKind }) => check(source, exportKind === 'type'),
			ExportAllDeclaration: ({ source, exportKind }) => check(source, exportKind === 'type'),
			ImportExpression: ({ source }) => check(source, false),
			TSImportType: ({ source }) => check(source, true),
		};
	},
};

function resolve(name, file) {
	if (name.startsWith('.')) return posix.join(dirname(file), name);
	const alias = Object.keys(aliases).find((each) => name.startsWith(each));
	return alias === undefined ? name : aliases[alias] + name.slice(alias.length);
}

function allows({ may, types = [], never = [] }, target, file, typeOnly) {
	const allowed = typeOnly ? [...may, ...types] : may;
	return allowed.some((each) => pattern(each, file).test(target)) && (typeOnly || !never.some((each) => each.test(target)));
}

function pattern(start, file) {
	const question = /^src\/lib\/questions\/([^/]+)\//.exec(file)?.[1] ?? '';
	const escaped = start.replace(/[.$]/g, '\\$&').replace('@/', `${question}/`).replace('*', '[^/]+');
	const whole = start.includes('*') || /^@?[a-z]+([-/][a-z-]+)*$/.test(start) ? '($|/)' : '';
	return new RegExp(`^${escaped}${whole}`);
}
