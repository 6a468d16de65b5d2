import { open } from 'node:fs/promises';
import { compound } from './recognise.ts';

const directoryBytes = 64 * 128;

/** Whether a file is a compound file, the container of Office before 2007 and of what a password protects. */
export async function isCompound(path: string): Promise<boolean> {
	const file = await open(path, 'r');
	try {
		const { buffer } = await file.read({ buffer: Buffer.alloc(4), position: 0 });
		return buffer.toString('latin1') === compound;
	} finally {
		await file.close();
	}
}

/** Whether a compound file holds a workbook that a password protects. */
export async function isEncryptedWorkbook(path: string): Promise<boolean> {
	const file = await open(path, 'r');
	try {
		const { buffer: header } = await file.read({ buffer: Buffer.alloc(512), position: 0 });
		const sector = 1 << Math.min(header.readUInt16LE(30), 12);
		const position = (header.readUInt32LE(48) + 1) * sector;
		const { buffer: directory } = await file.read({ buffer: Buffer.alloc(directoryBytes), position });
		return directory.includes(Buffer.from('EncryptedPackage', 'utf16le'));
	} finally {
		await file.close();
	}
}
