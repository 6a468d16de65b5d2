import { noun, scaleOf } from '#lib/charts/measure.ts';
import { decimal, list, percent } from '#lib/charts/number.ts';
import type { Persistence } from '#lib/codebook/published.ts';
import type { Condition, Measure } from '#lib/codebook/schema.ts';
import type { PublishedCourse } from './published-courses.ts';

/** How people fare who are not treated as here, as far as that is published; that nothing is, where nothing is. */
export function anywaySentence(condition: Condition, courses: readonly PublishedCourse[], measure: Measure): string {
	const published = [...courses.map((course) => courseSentence(course, measure)), ...condition.persistence.map(persistenceSentence)];
	if (published.length > 0) return [...published, atItsWorst].join(' ');
	return `No published course of ${noun(measure)} without this treatment is recorded for ${condition.label.toLowerCase()}: how much of the change would have come anyway cannot be said. ${atItsWorst}`;
}

const atItsWorst = 'People come when it is at its worst, so part of any improvement comes by itself.';

/** How much may come by itself, and who says so. */
const regressionToTheMean = 'In one study, people who sought treatment for long-standing pain had 14.7 of 100 points less a year later, and untreated people who began as high had no less of a fall: Whitney CW, Von Korff M. Regression to the mean in treated versus untreated chronic pain. Pain 1992;50:281–285. doi:10.1016/0304-3959(92)90032-7';

/** Who the published people were, from when their time is counted, and where it is published. */
export function anywaySources(condition: Condition, courses: readonly PublishedCourse[]): string[] {
	const told = [...courses.map((course) => ({ name: courseName(course), ...course })), ...condition.persistence.map((each) => ({ name: `share of whom ${each.what}`, ...each }))];
	return [...told.map(({ name, setting, weeksFrom, citation }) => `${name}: ${setting}; counted from ${weeksFrom}. ${citation}`), regressionToTheMean];
}

/** What a chart says of the published courses that it draws. */
export function drawnNotes(courses: readonly PublishedCourse[], measure: Measure): string[] {
	if (courses.length === 0) return [];
	const foreign = [...new Set(courses.map(({ scale }) => scaleOf({ ...measure, ...scale })))].filter((range) => range !== scaleOf(measure));
	return [
		`What might have happened anyway: hollow diamonds are published means, with 95\u00a0% intervals, of people not treated as here${foreign.length === 0 ? '' : `, put from ${list(foreign)} onto ${scaleOf(measure)}`}; between them nothing is published.`,
		`Their start stands at week 1; their weeks count from ${list(unique(courses.map(({ weeksFrom }) => weeksFrom)))}, those of the curve from the first visit. They are other people: the distance to the curve is no effect of treatment.`,
		...unique(courses.map(({ citation }) => `Published: ${citation}.`)),
	];
}

/** What a published course is called beside the curves. */
export function courseName({ label }: PublishedCourse): string {
	return `published, ${label}`;
}

function courseSentence({ label, points }: PublishedCourse, measure: Measure): string {
	const [first, ...later] = points;
	const steps = [`${decimal(first?.mean ?? 0)} at first`, ...later.map(({ week, mean }) => `${decimal(mean)} after ${span(week)}`)];
	return `Published, ${label}: mean ${noun(measure)} ${list(steps)}.`;
}

function persistenceSentence({ what, shares }: Persistence): string {
	const steps = shares.map(({ week, percent: share }, index) => `${percent(share / 100)}${index === 0 ? ` ${what}` : ''} after ${span(week)}`);
	return `Published: ${list(steps)}.`;
}

function span(weeks: number): string {
	if (weeks % 52 !== 0) return `${weeks} weeks`;
	return weeks === 52 ? 'a year' : `${weeks / 52} years`;
}

function unique(texts: readonly string[]): string[] {
	return [...new Set(texts)];
}
