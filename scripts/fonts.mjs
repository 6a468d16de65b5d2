import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { root } from './child.mjs';

const source = join(root, 'node_modules', '@fontsource-variable', 'inter');
const folder = join(root, 'src', 'fonts');

/** The letters of each file: a page loads only the files of which it shows a letter. Others are in the files of the package. */
const files = [
	{ name: 'words', from: 'latin', ranges: [[0x20, 0x7e], [0xa0], [0xb1, 0xb3], [0xb7], [0xd7], [0x304], [0x2013, 0x2014], [0x2018, 0x2019], [0x201c, 0x201d], [0x2026], [0x2191], [0x2193], [0x2212]] },
	{ name: 'names', from: 'latin', ranges: [[0xa1, 0xb0], [0xb4, 0xb6], [0xb8, 0xd6], [0xd8, 0xe0], [0xe2, 0xe3], [0xe5, 0xe6], [0xe8], [0xea], [0xec], [0xee, 0xf0], [0xf2], [0xf4, 0xf9], [0xfc, 0xff], [0x152, 0x153], [0x2bb, 0x2bc], [0x2c6], [0x2da], [0x2dc], [0x2020, 0x2022], [0x2030], [0x2032, 0x2033], [0x2039, 0x203a], [0x20ac], [0x2122]] },
	{ name: 'letters', from: 'greek', ranges: [[0x391, 0x3a9], [0x3b1, 0x3c9]] },
	// the letters that names of months have in the languages of readers, beside those of English
	{ name: 'months', from: 'latin', ranges: [[0xe1], [0xe4], [0xe7], [0xe9], [0xeb], [0xed], [0xf1], [0xf3], [0xfa, 0xfb], [0x131]] },
	{ name: 'months-latin', from: 'latin-ext', ranges: [[0x101], [0x10d], [0x117], [0x11b], [0x11f], [0x12b], [0x144], [0x159], [0x15b], [0x15e, 0x15f], [0x16b], [0x17a], [0x17e]] },
	{ name: 'months-greek', from: 'greek', ranges: [[0x390], [0x3ac, 0x3af], [0x3ca, 0x3ce]] },
	{ name: 'months-cyrillic', from: 'cyrillic', ranges: [[0x430, 0x44f], [0x451], [0x456, 0x458]] },
];

await mkdir(folder, { recursive: true });
for (const { name, from, ranges } of files) await writeFile(join(folder, `inter-${name}.woff2`), await subset(from, ranges));
await writeFile(join(folder, 'inter.css'), files.map(face).join('\n'));
await copyFile(join(source, 'LICENSE'), join(folder, 'LICENSE'));

/** Weights 400 to 700 are all that the style sheets ask for. */
async function subset(from, ranges) {
	const font = await readFile(join(source, 'files', `inter-${from}-wght-normal.woff2`));
	const letters = ranges.flatMap(([first, last = first]) => Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))).join('');
	return subsetFont(font, letters, { targetFormat: 'woff2', keepFeatures: ['kern', 'tnum'], variationAxes: { wght: { min: 400, max: 700 } } });
}

function face({ name, ranges }) {
	const range = ranges.map((ends) => `U+${ends.map((code) => code.toString(16).toUpperCase()).join('-')}`).join(', ');
	return `@font-face {
	font-family: 'Inter';
	font-style: normal;
	font-display: swap;
	font-weight: 400 700;
	src: url('./inter-${name}.woff2?no-inline') format('woff2');
	unicode-range: ${range};
}
`;
}
