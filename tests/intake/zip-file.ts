import { crc32, deflateRawSync } from 'node:zlib';

/** A ZIP file that holds these parts. */
export function zipFile(parts: Readonly<Record<string, string | Buffer>>): Buffer {
	const files = Object.entries(parts).map(([name, content]) => ({ name: Buffer.from(name), bytes: Buffer.from(content), packed: deflateRawSync(Buffer.from(content)) }));
	const locals: Buffer[] = [];
	const entries: Buffer[] = [];
	let offset = 0;
	for (const { name, bytes, packed } of files) {
		const facts = Buffer.alloc(26);
		facts.writeUInt16LE(20, 0);
		facts.writeUInt16LE(8, 4);
		facts.writeUInt32LE(crc32(bytes), 10);
		facts.writeUInt32LE(packed.length, 14);
		facts.writeUInt32LE(bytes.length, 18);
		facts.writeUInt16LE(name.length, 22);
		const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), facts, name, packed]);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE(offset, 10);
		entries.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), facts, rest, name]));
		locals.push(local);
		offset += local.length;
	}
	const directory = Buffer.concat(entries);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(files.length, 4);
	end.writeUInt16LE(files.length, 6);
	end.writeUInt32LE(directory.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...locals, directory, Buffer.from('PK\u0005\u0006'), end]);
}
