import { appendFileSync } from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';

const builtin = createRequire(import.meta.url);
const dgram = builtin('node:dgram');
const dns = builtin('node:dns');
const net = builtin('node:net');

refuse(net.Socket.prototype, 'connect', (first) => {
	const [options, host] = Array.isArray(first) ? [first[0]] : [first];
	return options?.path ? undefined : (options?.host ?? host ?? 'localhost');
});
refuse(dgram.Socket.prototype, 'send', (...parameters) => parameters.find((each) => typeof each === 'string' && !/\s/.test(each)));
for (const api of [dns, dns.promises]) {
	for (const name of Object.keys(api).filter((key) => /^(lookup|resolve)/.test(key))) refuse(api, name, (host) => host);
}
syncBuiltinESMExports();

/** Makes a method throw, and write down, where the host that it would reach is not this machine. */
function refuse(owner, name, hostOf) {
	const original = owner[name];
	owner[name] = function (...parameters) {
		const host = hostOf(...parameters);
		if (host === undefined || /^(localhost|127\.\d+\.\d+\.\d+|::1|0\.0\.0\.0|::)$/.test(host)) return original.apply(this, parameters);
		appendFileSync(process.env.REFUSED_LOG, `${name} ${host}\n`);
		throw new Error(`the network is refused: ${name} ${host}`);
	};
}
