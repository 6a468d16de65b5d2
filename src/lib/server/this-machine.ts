/** What is known of a request; `remote` is the other end of its socket, whatever headers say. */
export type Asker = Readonly<{ remote: string | undefined; method: string; headers: Headers }>;

const loopback = /^(127(\.[0-9]{1,3}){3}|::1|::ffff:127(\.[0-9]{1,3}){3})$/iu;
const ownName = /^(localhost|127(\.[0-9]{1,3}){3}|\[::1\])(:[0-9]{1,5})?$/iu;
const forwarding = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip'];

const instead = 'open the dashboard there, or take npm run import';

/**
 * Why a request is not taken to come from a person at this machine, in words; undefined where it does. A page of another site that
 * names this machine is told by its origin, and one whose own name was made to lead here by the host.
 */
export function refusedFrom({ remote, method, headers }: Asker): string | undefined {
	const host = headers.get('host') ?? '';
	const origin = headers.get('origin');
	if (!loopback.test(remote ?? '') || forwarding.some((name) => headers.has(name))) return `only the machine that Needlepoint runs on may import or publish, and this request came from elsewhere: ${instead}`;
	if (!ownName.test(host)) return `only the machine that Needlepoint runs on may import or publish, under its own name (localhost or 127.0.0.1), and this request was sent to another: ${instead}`;
	const reads = method === 'GET' || method === 'HEAD';
	if (origin === null ? !reads : origin !== `http://${host}`) return 'this was sent from a page that is not of this dashboard: open the dashboard and do it there';
	return undefined;
}
