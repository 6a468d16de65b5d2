import { beforeAll, describe, expect, test } from 'vitest';
import type { Evidence } from '#lib/evidence/evidence.ts';
import { evidenceOf } from '#lib/evidence/evidence-of.server.ts';
import { factSheet } from '#lib/server/fact-sheet.ts';
import { pdfText } from './pdf-text.ts';
import { sampleWarehouse } from './sample-warehouse.ts';

const asked = ['recovery', 'response', 'comparison', 'cost'] as const;

describe('a fact sheet', () => {
	let sheets: readonly Readonly<{ question: string; evidence: Evidence }>[];
	beforeAll(async () => {
		const warehouse = await sampleWarehouse();
		sheets = await Promise.all(asked.map(async (question) => ({ question, evidence: await evidenceOf(warehouse, { question, search: `condition=plantar-fasciitis${question === 'comparison' ? '&protocol=dry-needling-retained&protocol=exercise-only' : ''}`, figure: '' }) })));
	});
	const evidenceFor = (question: string): Evidence => {
		const found = sheets.find((each) => each.question === question)?.evidence;
		if (found === undefined) throw new Error(`no evidence of ${question}`);
		return found;
	};
	const plain = (text: string) => text.replaceAll(/\s+/gu, ' ');

	test.each(asked)('of %s is one page with the label, the sentence, every key number, the design and how to cite it', async (question) => {
		const evidence = evidenceFor(question);
		const { pages, text } = pdfText(await factSheet(evidence));
		expect(pages).toBe(1);
		expect(text).toContain('SYNTHETIC DATA: made up to show the product.');
		expect(text).toContain(plain(evidence.sentence));
		for (const { label, text: number } of evidence.keyNumbers) expect(text).toContain(`${plain(label)} ${plain(number)}`);
		expect(text).toContain('Who, when and how');
		expect(text).toContain(question === 'comparison' ? 'not by lot' : 'without a comparison group');
		expect(text).toContain(`Snapshot ${evidence.snapshot.id}`);
	});

	test('is the same bytes each time', async () => {
		const evidence = evidenceFor('recovery');
		const first = await factSheet(evidence);
		await new Promise((later) => setTimeout(later, 1100));
		expect(Buffer.from(await factSheet(evidence)).equals(Buffer.from(first))).toBe(true);
	});

	test('stays on its page where every text is long', async () => {
		const evidence = evidenceFor('response');
		const long = 'These words go on and on. '.repeat(25);
		const { pages, text } = pdfText(await factSheet({ ...evidence, sentence: `${evidence.sentence} ${long}`, caveats: Array.from({ length: 30 }, () => long), fine: [...evidence.fine, long, long] }));
		expect(pages).toBe(1);
		expect(text).toContain('Cite as: Needlepoint.');
	});

	test('of records that are not made up has no such label', async () => {
		const evidence = evidenceFor('cost');
		const { text } = pdfText(await factSheet({ ...evidence, sentence: 'Patients had sessions.', snapshot: { ...evidence.snapshot, synthetic: false } }));
		expect(text).not.toContain('SYNTHETIC');
	});
});
