import { expect, test } from 'vitest';
import { lineWatch } from '#lib/server/intake/line-watch.ts';

function longest(...chunks: readonly string[]) {
	const watch = lineWatch();
	for (const chunk of chunks) watch.see(Buffer.from(chunk));
	return watch.longest;
}

test('the longest line is counted over the pieces in which a text arrives', () => {
	expect(longest('a,b\n1,', '2222', '2\n3,4\n').line).toBe(7);
	expect(longest('a,b\r1,', '2222', '2\r').line).toBe(7);
});

test('pieces that lie within one pair of quotes are counted, with or without line ends', () => {
	expect(longest('a,"b', 'c\nd\n', 'ef', 'g"\n').quoted).toBe(6);
	expect(longest('a,"b"', 'c\nd\n', 'ef\n').quoted).toBe(0);
});
