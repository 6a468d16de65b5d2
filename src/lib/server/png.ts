import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';

const { resolve } = createRequire(import.meta.url);
const fontFiles = ['400Regular', '500Medium', '600SemiBold', '700Bold'].map((weight) => resolve(`@expo-google-fonts/inter/${weight}/Inter_${weight}.ttf`));

/** Letters that Inter does not have, so that a font of the system has to. */
const foreign = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]/u;

/** An SVG as a picture of `zoom` times its size, in Inter. */
export async function png(svg: string, zoom: number): Promise<Uint8Array<ArrayBuffer>> {
	const font = { fontFiles, loadSystemFonts: foreign.test(svg), defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' };
	const image = await renderAsync(svg, { font, fitTo: { mode: 'zoom', value: zoom } });
	return new Uint8Array(image.asPng());
}
