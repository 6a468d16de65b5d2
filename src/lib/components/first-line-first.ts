const newline = 10;

/** The response with its first line as it is, and all that follows once that has been `painted`: what is read first is shown before the rest is read. */
export function firstLineFirst(response: Response, painted: () => Promise<unknown>): Response {
	let isFirst = true;
	const parts = new TransformStream<Uint8Array, Uint8Array>({
		async transform(bytes, controller) {
			const end = isFirst ? bytes.indexOf(newline) + 1 : 0;
			if (!isFirst || end === 0) return controller.enqueue(bytes);
			isFirst = false;
			controller.enqueue(bytes.subarray(0, end));
			await painted();
			if (end < bytes.length) controller.enqueue(bytes.subarray(end));
		},
	});
	return new Response(response.body?.pipeThrough(parts) ?? null, response);
}
