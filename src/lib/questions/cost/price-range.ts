/** The range of prices of a stand-alone session that the claims ledger tests, in its own currency; `source` is where the claim was made. */
export const priceRange = {
	currency: 'USD',
	lowest: 65,
	highest: 120,
	source: 'the published article on dry needling for runners whose claims the ledger tests: a stand-alone session costs USD 65 to 120',
} as const;
