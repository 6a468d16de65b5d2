import { describe, expect, test } from 'vitest';
import { refusedFrom } from '#lib/server/this-machine.ts';

const own = { host: 'localhost:4173', origin: 'http://localhost:4173' };

function ask(given: Readonly<{ remote?: string | undefined; method?: string; headers?: Readonly<Record<string, string>> }>): string | undefined {
	return refusedFrom({ remote: 'remote' in given ? given.remote : '127.0.0.1', method: given.method ?? 'POST', headers: new Headers(given.headers ?? own) });
}

describe('a request to import', () => {
	test.each(['127.0.0.1', '127.8.9.10', '::1', '::ffff:127.0.0.1'])('is taken from %s', (remote) => {
		expect(ask({ remote })).toBe(undefined);
	});

	test.each(['192.168.1.5', '10.0.0.1', '::ffff:10.0.0.1', 'fe80::1', '2001:db8::1', '127.0.0.1.example.test', '', undefined])('is refused from %s, whatever it says', (remote) => {
		expect(ask({ remote, headers: { ...own, 'x-forwarded-for': '127.0.0.1' } })).toContain('this request came from elsewhere');
	});

	test.each(['x-forwarded-for', 'x-real-ip', 'forwarded', 'via', 'x-forwarded-host', 'x-forwarded-proto'])('is refused where %s says that it was passed on', (name) => {
		expect(ask({ headers: { ...own, [name]: '127.0.0.1' } })).toContain('this request came from elsewhere');
	});

	test.each(['localhost', '127.0.0.1:4173', '[::1]:4173', 'LOCALHOST:80'])('is taken under the name %s', (host) => {
		expect(ask({ headers: { host, origin: `http://${host}` } })).toBe(undefined);
	});

	test.each(['evil.test:4173', 'localhost.evil.test', '127.0.0.1.evil.test', 'evil.test#localhost', 'localhost@evil.test', ''])('is refused under the name %j, which may have been made to lead here', (host) => {
		expect(ask({ headers: { host, origin: `http://${host}` } })).toContain('this request was sent to another');
	});

	test.each(['http://evil.test', 'https://localhost:4173', 'http://localhost:5000', 'http://127.0.0.1:4173', 'null'])('is refused where a page of %s sends it', (origin) => {
		expect(ask({ headers: { ...own, origin } })).toContain('sent from a page that is not of this dashboard');
	});

	test('is refused where it changes something and does not say where it is from', () => {
		expect(ask({ headers: { host: own.host } })).toContain('sent from a page that is not of this dashboard');
	});

	test('is taken where it only reads and does not say where it is from', () => {
		expect(ask({ method: 'GET', headers: { host: own.host } })).toBe(undefined);
	});
});
