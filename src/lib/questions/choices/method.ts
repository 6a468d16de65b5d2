import type { Method } from '../answer.ts';
import choicesSql from './choices.sql?raw';

export const method: Method = {
	text: ['Beside each value of a filter stands how many episodes it would select by itself, given all other filters that are set. What is chosen of a filter does not change the numbers of that filter.'],
	formula: [],
	citations: [],
	sql: [choicesSql],
};
