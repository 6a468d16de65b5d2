/** What stands on everything made of made-up records. */
export const syntheticWarning = 'SYNTHETIC DATA: made up to show the product. It describes no patient and supports no claim.';
