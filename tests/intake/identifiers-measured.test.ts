import { describe, expect, test } from 'vitest';
import { pseudonymWords } from '#lib/codebook/identifiers.ts';
import { identifierOfValue } from '#lib/server/intake/identifiers/identifier-of-value.ts';
import { identifyingColumns } from '#lib/server/intake/identifiers/identifying-columns.ts';
import { looked } from './looked.ts';
import { drawFrom, surname, surnameParts, type Draw } from './made-up-people.ts';

const fields = ['patient_id', 'condition', 'session_number'] as const;
const languages = Object.keys(surnameParts);
const files = 10;
const two = (number: number) => String(number).padStart(2, '0');
const birth = ({ number }: Draw) => ({ year: String(number(1940, 2005)), month: two(number(1, 12)), day: two(number(1, 28)) });
const dated = (form: (date: ReturnType<typeof birth>) => string) => (draw: Draw) => form(birth(draw));
const hex = '0123456789abcdef';
const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** What becomes of a column of patients' ids: `refused`, `told` or `kept`; `suspects` are those that a cheap look does not clear. */
function fate(ids: readonly string[], suspects: ReadonlySet<string>): string {
	const records = ids.flatMap((id) => [1, 2, 3].map((visit) => [id, 'knee pain', String(visit)]));
	const [found] = identifyingColumns(fields, fields, records);
	if (ids.some((id) => suspects.has(id) && identifierOfValue(id, 'id') !== undefined) || (found !== undefined && found.doubtful === undefined)) return 'refused';
	return found === undefined ? 'kept' : 'told';
}

/** The share of files of so many patients that meet a fate. */
async function share(expected: string, patients: number, draw: (draw: Draw, patient: number, file: number) => string): Promise<number> {
	const drawn = Array.from({ length: files }, (_, file) => {
		const of = drawFrom(1000 * patients + file);
		return [...new Set(Array.from({ length: patients }, (__, patient) => draw(of, patient, file)))];
	});
	const suspects = new Set(await looked(drawn.flat()));
	return drawn.filter((ids) => fate(ids, suspects) === expected).length / files;
}

describe('ids of patients that are', () => {
	test.each(languages)('rare %s surnames are refused in a file of twelve patients, however they are written', async (language) => {
		const spellings = [(name: string) => name, (name: string) => name.toLowerCase(), (name: string) => name.toUpperCase()];
		const shares = await Promise.all(spellings.map((spelling) => share('refused', 12, (draw) => spelling(surname(draw, language)))));
		expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.9);
	});

	test.each(languages)('rare %s surnames are refused in a file of three patients in most cases, and else told of', async (language) => {
		const draw = (of: Draw) => surname(of, language);
		const [refused, told] = [await share('refused', 3, draw), await share('told', 3, draw)];
		expect({ most: refused >= 0.8, refused: refused + told }).toEqual({ most: true, refused: 1 });
	});

	test.each<[string, (draw: Draw) => string]>([
		['initials and a year of birth', (draw) => `${draw.letters(capitals, 2)}${birth(draw).year}`],
		['dates of birth, year first', dated(({ year, month, day }) => `${year}${month}${day}`)],
		['dates of birth, day first', dated(({ year, month, day }) => `${day}${month}${year}`)],
		['dates of birth, month first', dated(({ year, month, day }) => `${month}${day}${year}`)],
		['dates of birth with two digits of the year in front', dated(({ year, month, day }) => `${year.slice(2)}${month}${day}`)],
		['dates of birth with two digits of the year behind', dated(({ year, month, day }) => `${month}${day}${year.slice(2)}`)],
	])('%s are refused in a file of twelve patients', async (_, draw) => {
		expect(await share('refused', 12, draw)).toBeGreaterThanOrEqual(0.9);
	});

	test.each<[string, (draw: Draw) => string]>([
		['record numbers', ({ number }) => String(number(1_000_000, 9_999_999))],
		['telephone numbers', ({ number }) => `${number(201, 989)}${number(200, 999)}${String(number(0, 9999)).padStart(4, '0')}`],
		['social security numbers', ({ number }) => `${number(100, 665)}${number(10, 99)}${number(1000, 9999)}`],
		['initials', ({ letters }) => letters(capitals, 2)],
		['rare surnames with two digits of a year', (draw) => `${surname(draw, 'German').toLowerCase()}${draw.number(10, 99)}`],
	])('bare %s are told of in a file of six patients, since pseudonyms may look so', async (_, draw) => {
		expect(await share('told', 6, draw)).toBe(1);
	});

	test.each<[string, (draw: Draw, patient: number, file: number) => string]>([
		['UUIDs', ({ letters }) => `${letters(hex, 8)}-${letters(hex, 4)}-4${letters(hex, 3)}-a${letters(hex, 3)}-${letters(hex, 12)}`],
		['hashes', ({ letters }) => letters(hex, 64)],
		['short hashes', ({ letters }) => letters(hex, 8)],
		['study ids', (_, patient) => `C-${String(patient + 1).padStart(3, '0')}`],
		['study ids of sites', ({ pick }, patient) => `${pick(['AKL', 'WLG', 'CHC', 'DUD', 'HLZ'])}-${String(patient + 1).padStart(4, '0')}`],
		['site, year and number', ({ pick, number }, patient) => `${pick(['AK', 'WE', 'CH', 'DU'])}${number(2019, 2025)}${two(patient)}`],
		['counted numbers', (_, patient, file) => String(1000 * file + patient + 1)],
		['counted long numbers', (_, patient, file) => String(20_240_000 + 1000 * file + patient)],
		['year and number', (_, patient) => `${2018 + (patient % 8)}${String(patient + 1).padStart(4, '0')}`],
		['codes of letters', ({ letters }) => letters(capitals, 5)],
		['codes of small letters', ({ letters }) => letters(capitals.toLowerCase(), 6)],
		['codes of letters and digits', ({ letters }) => letters(`${capitals}0123456789`, 6)],
		['short random ids', ({ letters }) => letters(`${capitals}${capitals.toLowerCase()}0123456789_-`, 10)],
		['an animal each', ({ pick }) => pick(pseudonymWords.alone)],
		['a colour and an animal', ({ pick }) => `${pick(['amber', 'blue', 'red', 'silver', 'green'])}${pick(['otter', 'fox', 'falcon', 'wolf', 'heron'])}`],
		['words with a number', ({ pick, number }) => `${pick(pseudonymWords.together)}-${pick(pseudonymWords.alone)}-${number(1, 99)}`],
		['two small words', ({ pick }) => `${pick(pseudonymWords.together)} ${pick(pseudonymWords.together)}`],
		['a word and a number', ({ pick, number }) => `${pick(pseudonymWords.alone)}${number(10, 999)}`],
		['made-up patients', (_, patient, file) => `synthetic-${file}-${String(patient).padStart(6, '0')}`],
	])('%s are kept without a word in every file', async (_, draw) => {
		expect(await Promise.all([3, 6, 12, 40, 300].map((patients) => share('kept', patients, draw)))).toEqual([1, 1, 1, 1, 1]);
	});
});

describe('free words of an adverse event', () => {
	const told = ['bruise, told %', 'felt faint, seen by Dr %', 'picked up from clinic by %', 'sore after run with %', '% fainted', '% rang, calf sore', 'hematoma, saw % on Monday', 'brother % drove home', 'calf sore, % cried'];

	test('with a rare name in such a place are refused', () => {
		const draw = drawFrom(17);
		const texts = languages.flatMap((language) => told.map((text) => text.replace('%', surname(draw, language))));
		expect(texts).toHaveLength(126);
		expect(texts.filter((text) => identifierOfValue(text, 'text') === undefined)).toEqual([]);
	});

	test.each([
		'Bruising with Achilles soreness', 'Patient fainted', 'Needle left in by mistake', 'pain with Voltaren', 'sore for Monday run', 'sent to Emergency by Physio', 'Hematoma, seen in ED', 'dizzy, better with Ibuprofen', 'Patient reported Bruising', 'numb from L5 to S1', 'Left calf cramp', 'referred by GP', 'Bluterguss am Oberschenkel', 'Schwindel nach der Behandlung, mit Wasser besser', 'Nadel vergessen', 'hématome avec douleur', 'malaise vagal', 'mareo con sudor frío', 'sore after Park Run', 'tested with MRI',
	])('that name nobody pass: %s', (text) => {
		expect(identifierOfValue(text, 'text')).toBeUndefined();
	});

	test('that name nobody pass, wherever people put capitals', () => {
		expect(capitalised.filter((text) => identifierOfValue(text, 'text') !== undefined)).toEqual([]);
	});
});

/** Texts as people in a hurry write them. */
const capitalised = [
	'Mild bruising R Calf', 'patient felt Light headed after TrP release', 'Sore for 2 days, used Deep Heat', 'took Panadeine at night', 'used Voltarol gel after', 'Needle stuck in Upper Traps', 'soreness in Gastroc for two days', 'cramp during L Soleus DN', 'numb in Lateral Foot', 'referred to ED', 'ITB sore next day', 'TFL bruise', 'had Covid after session', 'reported Post needling soreness', 'Small haematoma at Site', 'had a Mild Bruise', 'felt faint; given Water', 'Patient felt Nauseous after session', 'sore in the Gastrocs for 24h', 'bled on Withdrawal', 'Some Bleeding on withdrawal', 'pt felt Faint - lay Supine for 10 min', 'Vaso-vagal episode with brief LOC', 'no AE but Tender after', 'flare of Plantar Fascia pain', 'Slight Dizziness. Resolved within minutes', 'very sore at Tib Ant', "sore over Gerdy's tubercle", "pain around Lister's tubercle", "positive Homan's sign after", 'query DVT, Doppler negative', "Raynaud's flare after needling", 'had a Panic attack', 'felt Anxious before needling', 'small bruise at Vastus Lateralis', 'soreness at QL and Glute Med', 'needling Tibialis Posterior was painful', 'ache in Flexor Hallucis Longus', 'used Biofreeze after', 'took Naproxen and Omeprazole', 'hit by Bus on the way', "Horner's syndrome suspected after", 'in pain until Easter Monday', 'sore on Day 2', 'sore at Week 3', 'bruise 3cm on L Thigh', 'Bruise to Med Gastroc', 'burning in Post Tib area', 'pain in T/L junction', 'felt it in Right Great Toe', 'none to Report', 'nil of Note', 'sore but Ok', 'AE: Bruise after session', 'reaction to Alcohol wipe', 'reaction to Latex glove', 'sensitive to Nickel', 'rash from Kinesiotape', 'pain after Dry Needling', 'pain with Electro stim', 'Tens machine made it sore', 'seen in Emergency Department', 'X-Ray booked for Monday', 'MRI ordered by Orthopaedics', 'sore after Trail run', 'sore after Track session', 'fainted on Treadmill', 'needle bent in Tendon', 'had Low BP after', 'Hypo after needling (diabetic, ate Glucose)', 'given Juice and Biscuits', 'felt Weird for an hour', 'was very Tired', 'felt Sick', 'felt a Zing down the leg', 'Deep ache until next day', 'petit hématome au Mollet', 'douleur au Talon pendant deux jours', 'malaise après la séance, Repos', 'leve Hematoma en la pierna', 'dolor en el Talón por dos días', 'lieve Ematoma al polpaccio per due giorni', 'pijn in de Kuit na behandeling', 'lichte Bloeding door naald', 'smerte i Leggen etter behandling', 'Nadelstelle gerötet', 'kleiner Bluterguss', 'Bluterguss Wade links', 'Kreislaufprobleme, Patient lag 10 min', 'Schwindel, Übelkeit',
];
