/** The exponent b of a cost that grows as size to the power of b: the slope of a straight line through the logarithms. Null for fewer than two sizes. */
export function exponent(points: readonly Readonly<{ size: number; cost: number }>[]): number | null {
	if (points.length < 2) return null;
	const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
	const mean = (of: (point: { x: number; y: number }) => number) => logs.reduce((sum, point) => sum + of(point), 0) / logs.length;
	const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
	return logs.reduce((sum, point) => sum + (point.x - x) * (point.y - y), 0) / logs.reduce((sum, point) => sum + (point.x - x) ** 2, 0);
}
