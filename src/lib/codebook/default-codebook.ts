import bodyRegions from '#data/codebook/body-regions.json' with { type: 'json' };
import chronicity from '#data/codebook/chronicity.json' with { type: 'json' };
import conditions from '#data/codebook/conditions.json' with { type: 'json' };
import dischargeReasons from '#data/codebook/discharge-reasons.json' with { type: 'json' };
import measures from '#data/codebook/measures.json' with { type: 'json' };
import protocols from '#data/codebook/protocols.json' with { type: 'json' };
import sexes from '#data/codebook/sexes.json' with { type: 'json' };
import sides from '#data/codebook/sides.json' with { type: 'json' };
import { codebook, type Codebook } from './schema.ts';

/** The codebook that ships with Needlepoint; a clinic's own files extend it. */
export const defaultCodebook: Codebook = codebook.parse({
	...conditions,
	...protocols,
	...measures,
	...dischargeReasons,
	...bodyRegions,
	...sides,
	...sexes,
	...chronicity,
});
