/** When the browser has drawn what the page shows now. */
export function painted(): Promise<unknown> {
	return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
