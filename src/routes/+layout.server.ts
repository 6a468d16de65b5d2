import type { LayoutServerLoad } from './$types';
import { colourSchemeOf } from '#lib/charts/colour-scheme.ts';

export const load: LayoutServerLoad = ({ cookies }) => ({ theme: colourSchemeOf(cookies.get('theme')) });
