export const withheld = 'withheld: too few patients';
