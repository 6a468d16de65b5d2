import type { Transport } from '@sveltejs/kit';
import { Drawn } from '#lib/charts/drawn.ts';

export const transport: Transport = {
	Drawn: { encode: (value: unknown) => value instanceof Drawn && value.data, decode: (drawing: unknown) => drawing },
};
