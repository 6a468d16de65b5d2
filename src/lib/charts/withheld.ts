export const withheld = 'withheld: fewer than 11 patients';
