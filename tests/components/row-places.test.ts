import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { rowPlaces } from '#lib/components/row-places.ts';

const svgOf = (texts: string) => {
	const svg = parseHTML(`<svg><g transform="translate(10,20)">${texts}</g></svg>`).document.querySelector('svg');
	return svg ?? expect.unreachable();
};
const table = (...rows: string[][]) => ({ caption: '', columns: ['a', 'b'], rows });

describe('the rows that a drawing names', () => {
	it('are found by their name, from the top down, groups counted in', () => {
		const svg = svgOf('<text transform="translate(5,60)">South</text><g transform="translate(1,2)"><text transform="translate(4,30.5)">North</text></g><text>7</text>');
		expect(rowPlaces(svg, table(['South', '7'], ['North', '8'], ['East', '9']))).toEqual([
			{ name: 'North', row: 1, columns: [0], by: 'name', x: 15, y: 52.5 },
			{ name: 'South', row: 0, columns: [0], by: 'name', x: 15, y: 80 },
		]);
	});

	it('are found where their name is set in two lines', () => {
		expect(rowPlaces(svgOf('<text transform="translate(0,0)"><tspan>Low</tspan><tspan>back</tspan></text>'), table(['Low back', '1']))).toHaveLength(1);
	});

	it('are found by another column where the first one does not tell them apart', () => {
		expect(rowPlaces(svgOf('<text transform="translate(0,1)">Age</text><text transform="translate(0,2)">Sex</text><text>Knee</text>'), table(['Knee', 'Sex'], ['Knee', 'Age'])).map(({ row }) => row)).toEqual([1, 0]);
	});

	it('are those that its marks show, in the order of the table, several for a row too', () => {
		const svg = svgOf('<text>South</text><circle data-row="1" cx="7" cy="8"></circle><path data-row="0" transform="translate(1,2)"></path><rect data-row="1" x="2" y="4" width="6" height="10"></rect>');
		expect(rowPlaces(svg, table(['Knee', 'Age'], ['Knee', 'Sex']))).toEqual([
			{ name: 'Knee, Age', row: 0, columns: [0, 1], by: 'mark', x: 11, y: 22 },
			{ name: 'Knee, Sex', row: 1, columns: [0, 1], by: 'mark', x: 17, y: 28 },
			{ name: 'Knee, Sex', row: 1, columns: [0, 1], by: 'mark', x: 15, y: 29 },
		]);
	});

	it('are not those whose name stands there twice, nor numbers', () => {
		expect(rowPlaces(svgOf('<text>North</text><text>North</text><text>3</text>'), table(['North', '3'], ['South', '4']))).toEqual([]);
	});
});
