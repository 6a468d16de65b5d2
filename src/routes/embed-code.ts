/** Names under which nobody else reaches this machine. */
const ownNames: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

type Size = Readonly<{ width: string | number; height: string | number }>;

/** What sets a published figure into a page of another site. Where the dashboard is open on its own machine, whose name nobody else can use, the address is left to be filled in. */
export function embedCode({ origin, hostname }: URL, id: string, { width, height }: Size): string {
	return `<iframe src="${ownNames.includes(hostname) ? 'https://YOUR-ADDRESS' : origin}/embed/${id}" title="Figure by Needlepoint" width="${width}" height="${height}" loading="lazy"></iframe>`;
}
