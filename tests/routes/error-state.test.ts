import { describe, expect, it } from 'vitest';
import { errorState } from '../../src/routes/error-state.ts';

const here = new URL('http://127.0.0.1/cost?protocol=x');
const hrefs = (status: number, message: string, at = here) => errorState(status, message, at).next.map(({ href }) => href);

describe('an error', () => {
	it('of a filter that names nothing leads to the page without filters', () => {
		expect(errorState(404, 'protocol must be in the codebook: x (it has a, b)', here).title).toBe('A filter names what is not recorded here');
		expect(hrefs(404, 'protocol must be in the codebook: x (it has a, b)')).toEqual(['/cost', '/']);
	});

	it('of a page that is not there leads to the outcomes', () => {
		expect(hrefs(404, 'Not Found')).toEqual(['/']);
	});

	it('of a server with too much to do leads to the same page again', () => {
		expect(hrefs(503, 'too many questions at once')).toEqual(['/cost?protocol=x', '/']);
	});

	it('of an answer that took too long leads to the page again, and without filters where it had any', () => {
		expect(errorState(500, 'stopped after 60 s: narrow it with a filter', here).title).toBe('This took too long');
		expect(hrefs(500, 'stopped after 60 s: narrow it with a filter')).toEqual(['/cost', '/cost?protocol=x']);
		expect(hrefs(500, 'stopped after 60 s: narrow it with a filter', new URL('http://127.0.0.1/cost'))).toEqual(['/cost']);
	});

	it('of another kind leads to the page again', () => {
		expect(hrefs(500, 'Internal Error')).toEqual(['/cost?protocol=x', '/']);
	});
});
