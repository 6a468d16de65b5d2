const enough = 256 * 1024 * 1024;
const ratio = 200;

/** Counts unpacked bytes and throws once there are more than 256 MiB and more than 200 times as many as packed ones. */
export function unpackGuard(packed: number): (unpacked: number) => void {
	let total = 0;
	return (unpacked) => {
		total += unpacked;
		if (total > enough && total > packed * ratio) {
			throw new Error(`unpacks to more than ${ratio} times its size, as no table does: unpack it yourself, look at what it is, and import that`);
		}
	};
}
