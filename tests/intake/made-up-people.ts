import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { between } from '#lib/sample/draw.ts';

/** Parts of surnames that no list of given names has: those that begin, and those that end. */
export const surnameParts: Readonly<Record<string, readonly [string, string]>> = {
	English: ['Thorn Ash Whit Brad Hol Wing Crop', 'ley combe field worth stead burn wick'],
	German: ['Zwetsch Kirch Stein Brunn Ober Wolf Hag', 'bauer inger huber meier hofer stätter müller'],
	Polish: ['Kow Wiś Dąb Zieliń Kacz Woź Staw', 'alski niewska rowski marek niak icki owicz'],
	Maori: ['Wai Rangi Tama Kahu Pare Moana Hine', 'tere roa nui hiwi tea rau kura'],
	Finnish: ['Virta Korho Laak Nie Hei Salo Lehto', 'nen so minen kainen vaara ranta järvi'],
	Swahili: ['Mwa Oni Wan Ache Nde Kip Che', 'ngi ango jiru kemboi lagat tieno rono'],
	French: ['Beau Mont Ville Char Des Laur Roche', 'champs ranger neuve pentier noyers endeau fort'],
	Spanish: ['Zubi Ibar Men Agui Cas Echev Mora', 'zarreta guren doza rre tañeda erría les'],
	Vietnamese: ['Nguy Tr Ph Hu Đ B L', 'ễn ần ạm ỳnh ào ùi ương'],
	Turkish: ['Yıl Kara Öz Dem Çel Şim Ay', 'maz taş türk ir ik şek doğan'],
	Yoruba: ['Ade Ola Ogun Ayo Ife Balo Oye', 'yemi leke dele bami tayo gun wole'],
	Hindi: ['Chatur Vish Rama Deshp Kulk Bhatt Muth', 'vedi wanath chandran ande arni acharya usamy'],
	Icelandic: ['Gunn Þor Sig Björg Hall Ás Guð', 'arsson steinsdóttir urðsson vinsdóttir grímsson geirsson mundsdóttir'],
	Hawaiian: ['Kame Kea Nāi Kala Maka Pua Kahi', 'hameha loha ʻole nianaʻole ʻana kea lani'],
};

export type Draw = ReturnType<typeof drawFrom>;

/** Draws of one seed: whole numbers and words. */
export function drawFrom(seed: number) {
	const generator = xoroshiro128plus(seed);
	const number = (from: number, to: number) => between(generator, { from, to });
	const pick = (words: readonly string[] | string) => words[number(0, words.length - 1)] ?? '';
	const letters = (alphabet: string, count: number) => Array.from({ length: count }, () => pick(alphabet)).join('');
	return { number, pick, letters };
}

/** A surname as a language forms them. */
export function surname({ pick }: Draw, language: string): string {
	const [starts = '', ends = ''] = surnameParts[language] ?? [];
	return `${pick(starts.split(' '))}${pick(ends.split(' '))}`;
}
