import { fields, type Field } from './fields.ts';
import { rule } from './rules.ts';

/** The data dictionary as Markdown, written from the field table. */
export function dictionary(): string {
	const rows = fields.map((field) => `| \`${field.name}\` | ${kind(field)} | ${values(field)} | ${needed(field)} | ${field.meaning} |`);
	return `# Data dictionary

One row of a file is one visit. These are the columns an import knows, under these names or under others that a
[mapping](mappings/README.md) names; columns it does not know are never stored. This page is written from the field table
(\`src/lib/record/fields.ts\`) by \`npm run dictionary\`.

| column | type | values | required | meaning |
|---|---|---|---|---|
${rows.join('\n')}

A score is \`pain_before\`, or \`score\` with its \`measure\`; a file must have a column for one of them. A visit without a score is
kept as attended. One visit may take several rows, one a measure.

Numbers are written with a decimal point; dates as 2025-03-31; yes and no as any of true, false, yes, no, y, n, 1, 0. Coded
columns take an id, a label, a synonym or a code of the [codebook](codebook/README.md), whatever its case and punctuation. Dates and numbers written
otherwise are read where the file leaves one reading or a [mapping](mappings/README.md) says which; else the import asks.

## What is kept
Of a date, the day within the episode and the month; with \`--date-precision year\`, the day within the episode and the year, as HIPAA Safe Harbor asks
(45 CFR 164.514(b)(2): no element of a date finer than the year). That costs every question by month or quarter: such records
cannot show whether outcomes changed within a year. Whether days counted from an unknown start are acceptable to you is for your own privacy officer to say.
The first day of an episode is kept as well, shifted by a number of days that follows from a secret key outside the warehouse (table \`anchors\`): with the
key, a later import can put its visits among those that are there; without it, the snapshot tells no day.

Texts are kept with composed letters (Unicode NFC), single spaces and no invisible characters. A clinic, therapist or payer in upper and lower case is one name, in the spelling that has both;
patients whose ids differ by case are two, and are told of. Values that a later import changes leave a trace (table \`changes\`: field, before and after; of
texts and days only that they changed); what was kept and is worth a look, its rule and how often (table \`flags\`).

An episode is the visits that share an \`episode_id\`; where there is none, one patient's visits for one condition and side, in the order of their dates,
until a discharge, a \`session_number\` that starts again at 1 or, where visits have no numbers or the number does not rise, a pause of more than 90 days (\`--episode-gap\`).
A \`session_number\` is kept as given; where it is absent, it follows from the dates. An episode has the clinic, therapist, protocol, payer,
sex, age band and duration of symptoms of the first visit that says so, and the discharge reason of the last.

A \`patient_id\` that begins with \`synthetic-\` marks a made-up record; a snapshot made of such records says so on every page and in every answer.
`;
}

function kind(field: Field): string {
	return field.type === 'code' ? `code of ${field.kind}` : field.type;
}

function values(field: Field): string {
	if (field.type === 'code') return 'an entry of the codebook';
	const unit = 'unit' in field && field.unit !== '' ? `, ${field.unit}` : '';
	return `${rule(field).replace(/^must be /u, '')}${unit}`.replaceAll('|', '\\|');
}

function needed({ required }: Field): string {
	return { always: 'yes', session: 'this or the other session column', no: '' }[required];
}
