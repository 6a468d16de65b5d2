/** What an estimate is compared with: the scenario's own mean, or the same statistic in a large draw from one of the worlds. */
export type Aim = 'closed' | 'usual' | 'endless' | 'staying' | 'returning' | 'byLot' | 'manyTherapists';

export type Unit = 'points' | 'share' | 'money';

/** `doubt` says why the intervals of an estimator do not hold the truth as often as they say, where they do not. */
export type Estimator = Readonly<{ question: string; name: string; unit: Unit; aim: Aim; doubt: string | null }>;

export const aims: Readonly<Record<Aim, string>> = {
	closed: 'the mean had nobody left',
	usual: 'the same of everybody in such records',
	endless: 'the same had the records gone on',
	staying: 'the same had nobody left',
	returning: 'the same had nobody left from then on',
	byLot: 'the difference had the protocol been drawn by lot',
	manyTherapists: 'the same of very many therapists',
};

const visitsAlike = 'It takes sessions as independent of each other; those of one patient are alike. The robust interval allows for that.';

export const estimators: readonly Estimator[] = [
	{ question: 'recovery', name: 'Plain mean', unit: 'points', aim: 'closed', doubt: 'It is the mean of those who came back, and who comes back depends on the score.' },
	{ question: 'recovery', name: 'Adjusted mean', unit: 'points', aim: 'closed', doubt: null },
	{ question: 'recovery', name: 'Adjusted mean, by the linear model', unit: 'points', aim: 'closed', doubt: 'It gives each episode a line of its own and takes the variances as known; with three scores in ten recorded, both show.' },
	{ question: 'recovery', name: 'Weighted mean', unit: 'points', aim: 'closed', doubt: 'Late in the course hardly any of those with little pain come back to stand for the others, so it stays too high; the more episodes, the less.' },
	{ question: 'response', name: 'Share seen to respond', unit: 'share', aim: 'usual', doubt: null },
	{ question: 'response', name: 'Responded, had all gone on', unit: 'share', aim: 'staying', doubt: null },
	{ question: 'response', name: 'Responded, as it went', unit: 'share', aim: 'endless', doubt: null },
	{ question: 'response', name: 'Left without, as it went', unit: 'share', aim: 'endless', doubt: null },
	{ question: 'prognosis', name: 'Chance, had all gone on', unit: 'share', aim: 'returning', doubt: null },
	{ question: 'prognosis', name: 'Chance, as it went', unit: 'share', aim: 'endless', doubt: null },
	{ question: 'prognosis', name: 'Share seen to respond', unit: 'share', aim: 'usual', doubt: null },
	{ question: 'comparison', name: 'Plain difference', unit: 'points', aim: 'byLot', doubt: 'The better protocol was given more often to patients who would have done better anyway.' },
	{ question: 'comparison', name: 'Adjusted difference', unit: 'points', aim: 'byLot', doubt: null },
	{ question: 'comparison', name: 'Overlap-weighted difference', unit: 'points', aim: 'byLot', doubt: null },
	{ question: 'comparison', name: 'Plain difference in responders', unit: 'share', aim: 'byLot', doubt: 'The better protocol was given more often to patients who would have done better anyway.' },
	{ question: 'comparison', name: 'Overlap-weighted difference in responders', unit: 'share', aim: 'byLot', doubt: null },
	{ question: 'variation', name: 'Share of the variance between therapists', unit: 'share', aim: 'manyTherapists', doubt: null },
	{ question: 'departure', name: 'Mean of those who left', unit: 'points', aim: 'usual', doubt: null },
	{ question: 'departure', name: 'Mean of those who came back', unit: 'points', aim: 'usual', doubt: null },
	{ question: 'dose', name: 'Share of episodes', unit: 'share', aim: 'usual', doubt: null },
	{ question: 'dose', name: 'Mean change', unit: 'points', aim: 'usual', doubt: null },
	{ question: 'dose', name: 'Mean change at one first score', unit: 'points', aim: 'usual', doubt: null },
	{ question: 'tolerability', name: 'Mean soreness', unit: 'points', aim: 'usual', doubt: visitsAlike },
	{ question: 'tolerability', name: 'Mean soreness, robust', unit: 'points', aim: 'usual', doubt: null },
	{ question: 'tolerability', name: 'Soreness over', unit: 'share', aim: 'usual', doubt: visitsAlike },
	{ question: 'tolerability', name: 'Soreness over, robust', unit: 'share', aim: 'usual', doubt: null },
	{ question: 'tolerability', name: 'Adverse events', unit: 'share', aim: 'usual', doubt: visitsAlike },
	{ question: 'tolerability', name: 'Adverse events, robust', unit: 'share', aim: 'usual', doubt: null },
	{ question: 'cost', name: 'Mean cost', unit: 'money', aim: 'usual', doubt: visitsAlike },
	{ question: 'cost', name: 'Mean cost, robust', unit: 'money', aim: 'usual', doubt: null },
	{ question: 'cost', name: 'Cost, Fieller', unit: 'money', aim: 'usual', doubt: null },
	{ question: 'cost', name: 'Cost, bootstrap', unit: 'money', aim: 'usual', doubt: null },
];
