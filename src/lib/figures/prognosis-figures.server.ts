import { drawBoth } from '#lib/charts/draw.server.ts';
import type { Codebook, Measure } from '#lib/codebook/schema.ts';
import type { Answer } from '#lib/questions/answer.ts';
import { namedGroups } from '#lib/questions/named-groups.ts';
import { prognosisChart } from '#lib/questions/prognosis/chart.ts';
import { referralChart } from '#lib/questions/prognosis/referral-chart.ts';
import { referralGroups, referralLabel, referralNotes, referralTable, referralTitle } from '#lib/questions/prognosis/referral-words.ts';
import type { PrognosisResult } from '#lib/questions/prognosis/result.ts';
import { isShown, prognosisLabel, prognosisMargin, prognosisNotes, prognosisReadings, prognosisTable, prognosisTitle } from '#lib/questions/prognosis/words.ts';

/** What to expect after so many sessions without a response, in full for one group, as small multiples for several; and how many were referred on. */
export function prognosisFigures(answer: Answer<PrognosisResult>, { codebook, source }: Readonly<{ codebook: Codebook; measure: Measure; source: string }>) {
	const all = namedGroups(answer.groups, codebook);
	const named = all.filter(isShown);
	const only = named.length === 1 ? named[0] : undefined;
	const referred = referralGroups(named, codebook);
	if (named.length === 0) return [];
	return [
		{
			source,
			title: prognosisTitle(named),
			notes: prognosisNotes(named, all),
			margin: only === undefined ? [] : prognosisMargin(only),
			drawings: drawBoth((size) => prognosisChart(named, size), prognosisLabel(named, answer.snapshot.synthetic)),
			readings: only === undefined ? [] : prognosisReadings(only),
			table: prognosisTable(named),
		},
		...(referred.length === 0
			? []
			: [
					{
						source,
						title: referralTitle(referred),
						notes: referralNotes(named, referred),
						drawings: drawBoth((size) => referralChart(referred, size), referralLabel(referred, answer.snapshot.synthetic)),
						readings: [],
						table: referralTable(referred),
					},
				]),
	];
}
