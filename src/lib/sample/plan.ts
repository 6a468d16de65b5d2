import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Cause } from './leaving.ts';
import type { BodyRegion, Condition, Scenario } from './scenario.ts';
import { settings, type Setting } from './settings.ts';
import { weightedChoice, type Choice } from './weighted-choice.ts';

/** A scenario with its choices laid out, made once for all patients. */
export type Plan = {
	readonly scenario: Scenario;
	/** nobody leaves and nothing is missing */
	readonly complete: boolean;
	readonly lastDay: number;
	/** the last day on which an episode may begin */
	readonly lastStart: number;
	readonly dates: readonly string[];
	readonly setting: Choice<Setting>;
	/** for a second episode: the same clinic and condition */
	readonly settingAgain: ChoiceOf<Setting, Setting>;
	readonly side: ChoiceOf<Condition, string>;
	readonly bodyRegion: ChoiceOf<Condition, BodyRegion>;
	readonly planned: ChoiceOf<Condition, Condition['planned'][number]>;
	readonly reason: ChoiceOf<Cause, string>;
	readonly sex: Choice<string>;
	readonly ageBand: Choice<string>;
	readonly payer: Choice<string>;
};

type ChoiceOf<Key, Item> = (key: Key, generator: RandomGenerator) => Item;

export function plan(scenario: Scenario, { complete }: { complete: boolean }): Plan {
	const { conditions, bodyRegions, leaving, sessions } = scenario;
	const all = settings(scenario);
	const first = Date.parse(scenario.from);
	const lastDay = (Date.parse(scenario.to) - first) / 86_400_000;
	return {
		scenario,
		complete,
		lastDay,
		lastStart: complete ? lastDay - (sessions.most - 1) * sessions.daysApart.to : lastDay,
		dates: Array.from({ length: lastDay + 1 }, (_, day) => new Date(first + day * 86_400_000).toISOString().slice(0, 10)),
		setting: weightedChoice(all, ({ share }) => share),
		settingAgain: choiceOf(all, clinicAndCondition, (name) => weightedChoice(all, (setting) => (clinicAndCondition(setting) === name ? setting.share : 0))),
		side: choiceOf(conditions, itself, ({ sides }) => wordChoice(sides)),
		bodyRegion: choiceOf(conditions, itself, (condition) => weightedChoice(bodyRegions, ({ id }) => condition.bodyRegions[id] ?? 0)),
		planned: choiceOf(conditions, itself, ({ planned }) => weightedChoice(planned, ({ weight }) => weight)),
		reason: choiceOf(['anyway', 'recovered', 'gaveUp', 'planned'] as const, itself, (cause) => wordChoice(leaving[cause].reasons)),
		sex: wordChoice(scenario.sexes),
		ageBand: wordChoice(scenario.ageBands),
		payer: wordChoice(scenario.payers),
	};
}

function clinicAndCondition({ clinic, condition }: Setting): string {
	return `${clinic.id} ${condition.id}`;
}

function itself<Key>(key: Key): Key {
	return key;
}

function choiceOf<Key, Name, Item>(keys: readonly Key[], nameOf: (key: Key) => Name, choiceFor: (name: Name) => Choice<Item>): ChoiceOf<Key, Item> {
	const names = new Set(keys.map(nameOf));
	const choices = new Map(Array.from(names, (name) => [name, choiceFor(name)]));
	return (key, generator) => {
		const choice = choices.get(nameOf(key));
		if (choice === undefined) throw new Error(`no choice for ${nameOf(key)}`);
		return choice(generator);
	};
}

function wordChoice(weighted: readonly { value: string; weight: number }[]): Choice<string> {
	const choice = weightedChoice(weighted, ({ weight }) => weight);
	return (generator) => choice(generator).value;
}
