/** The response, which calls `tell` when the first of it is on its way, or when there is nothing to send. */
export function whenSent(response: Response, tell: () => void): Response {
	if (response.body === null) {
		tell();
		return response;
	}
	const passing = new TransformStream<Uint8Array, Uint8Array>({
		transform(bytes, controller) {
			controller.enqueue(bytes);
			// whoever reads it hands it on before this
			setImmediate(tell);
		},
		flush: tell,
	});
	return new Response(response.body.pipeThrough(passing), response);
}
