/** Whether an answer is sent part by part, as each is ready: the data of a page whose first figure is not to wait for the others. */
export function comesInParts(headers: Headers): boolean {
	return headers.get('content-type') === 'text/sveltekit-data';
}
