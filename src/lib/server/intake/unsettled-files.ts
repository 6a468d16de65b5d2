import type { ExaminedFile } from './examine-file.ts';
import { proposalInWords } from './propose-mapping-words.ts';

/** Nothing was imported, since a person has to say first how files are to be read. */
export class UnsettledFiles extends Error {
	readonly files: readonly ExaminedFile[];
	/** whether all that is open is whether the proposed columns are right */
	readonly acceptable: boolean;

	constructor(files: readonly ExaminedFile[]) {
		super(files.map(inWords).join('\n'));
		this.name = 'UnsettledFiles';
		this.files = files;
		this.acceptable = files.every(({ proposal, questions }) => proposal?.missing.length === 0 && questions.length === 0);
	}
}

function inWords({ name, proposal, notes, questions }: ExaminedFile): string {
	return [...(proposal === null ? [] : [proposalInWords(name, proposal), ...notes]), ...questions].join('\n');
}
