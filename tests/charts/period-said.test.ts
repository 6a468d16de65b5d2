import { expect, test } from 'vitest';
import { periodSaid } from '#lib/charts/period-said.ts';

test('the periods asked for are named', () => expect(periodSaid(['2024', '2025-Q1'], ['2023-Q1'])).toBe('in 2024 and 2025-Q1'));
test('without any, the years recorded are', () => expect(periodSaid([], ['2025-Q4', '2024-Q1', 'not-recorded'])).toBe('from 2024 to 2025'));
test('one year is named once', () => expect(periodSaid([], ['2024-Q1', '2024-Q2'])).toBe('in 2024'));
test('where no visit has a date it is said so', () => expect(periodSaid([], ['not-recorded'])).toBe('at a time not recorded'));
