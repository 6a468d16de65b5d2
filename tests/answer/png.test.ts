import { expect, test } from 'vitest';
import { png } from '#lib/server/png.ts';

const text = (words: string) => `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30" font-family="Inter, sans-serif"><text x="2" y="20">${words}</text></svg>`;
const size = (bytes: Uint8Array) => [Buffer.from(bytes).readUInt32BE(16), Buffer.from(bytes).readUInt32BE(20)];

test('a picture is a PNG of so many times the size of the drawing', async () => {
	const bytes = await png(text('a'), 2);
	expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	expect(size(bytes)).toEqual([120, 60]);
});

test('letters are drawn without a font of the system', async () => expect(await png(text('Inter'), 1)).not.toEqual(await png(text(''), 1)));
test('weights differ', async () => expect(await png(text('a'), 1)).not.toEqual(await png(text('a').replace('<text ', '<text font-weight="600" '), 1)));
test('the same drawing gives the same picture', async () => expect(await png(text('abc'), 1)).toEqual(await png(text('abc'), 1)));
test('what is no drawing is an error', async () => expect(png('no drawing', 1)).rejects.toThrow());
