// Makes edited copies of an article as newsrooms do, and says how much of the copy's text is still the original's.

/** A seeded source of numbers from 0 (inclusive) to 1. */
export type Chance = () => number;

export interface EditedCopy {
  readonly text: string;
  /** Words of the copy that stand in sentences taken over unchanged or with one word changed, 0–1. */
  readonly share: number;
}

/** Words that an editor swaps without a thought. One word for one word, so that grammar stays. */
const SWAPS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'said:stated began:started big:large buy:purchase near:close city:town many:numerous also:too but:yet show:reveal help:aid ' +
    'end:finish after:following before:ahead about:around though:although while:whereas because:since several:some told:informed ' +
    'made:built took:grabbed went:moved old:aged new:fresh small:little quickly:fast later:afterwards early:soon week:fortnight ' +
    'against:versus between:among during:throughout without:lacking more:extra most:greatest over:above under:below until:till'
  )
    .split(' ')
    .map((pair) => pair.split(':') as [string, string]),
);

const HEADLINES = ['What we know so far', 'Officials react', 'Questions remain after announcement', 'The day in brief'];
const FILLERS = [
  'Residents whom we reached by telephone had little to add to the official account.',
  'Our newsroom asked three experts for their view, and two of them declined to give it.',
  'A fuller report will follow in the weekend edition, with maps and a timeline.',
  'Readers who saw something themselves are asked to write to the editor.',
  'Markets took the news calmly, and traders spoke of a quiet afternoon.',
  'The archive of this paper holds a dozen similar stories from the last decade.',
  'It was not clear on Thursday evening whether anybody had been told beforehand.',
  'Neighbours said that they had got used to uncertainty of this kind long ago.',
];

/**
 * A copy of which about `wanted` (0.3–1) of the words are the original's: a new headline, paragraphs dropped and reordered, one
 * word swapped in every fourth sentence that stays, own sentences in between. What stands in quotation marks is kept as it is.
 */
export function editArticle(text: string, wanted: number, chance: Chance): EditedCopy {
  const paragraphs = text.split(/\n+/).filter((paragraph) => countWords(paragraph) > 8);
  const kept = shuffle(paragraphs, chance).slice(0, Math.max(2, Math.ceil(paragraphs.length * (0.5 + chance() / 2))));
  const edited = kept.map((paragraph) => editParagraph(paragraph, chance));
  const taken = edited.reduce((sum, paragraph) => sum + countWords(paragraph), 0);
  const own: string[] = [];
  for (let written = 0; taken / (taken + written) > wanted; ) {
    const sentence = vary(FILLERS[Math.floor(chance() * FILLERS.length)] ?? '', own.length, chance);
    own.push(sentence);
    written += countWords(sentence);
  }
  const headline = HEADLINES[Math.floor(chance() * HEADLINES.length)] ?? '';
  const body = shuffle([...edited, ...own], chance).join('\n\n');
  const all = `${headline}\n\n${body}`;
  return { text: all, share: taken / countWords(all) };
}

function editParagraph(paragraph: string, chance: Chance): string {
  return paragraph
    .split(/(?<=[.!?])\s+/)
    .map((sentence) => (chance() < 0.25 && !/[“”"]/.test(sentence) ? swapWord(sentence, chance) : sentence))
    .join(' ');
}

function swapWord(sentence: string, chance: Chance): string {
  const words = sentence.split(' ');
  const places = words.flatMap((word, place) => (SWAPS[word] === undefined ? [] : [place]));
  const place = places[Math.floor(chance() * places.length)];
  if (place === undefined) return sentence.replace(/^(\w+) /, '$1, meanwhile, ');
  words[place] = SWAPS[words[place] ?? ''] ?? '';
  return words.join(' ');
}

/** A filler that no other copy shares word for word. */
function vary(sentence: string, number: number, chance: Chance): string {
  const words = sentence.split(' ');
  words.splice(1 + Math.floor(chance() * (words.length - 2)), 0, `item-${number}-${Math.floor(chance() * 1e6)}`);
  return words.join(' ');
}

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

function shuffle<Item>(items: readonly Item[], chance: Chance): Item[] {
  const left = [...items];
  const shuffled: Item[] = [];
  while (left.length > 0) shuffled.push(...left.splice(Math.floor(chance() * left.length), 1));
  return shuffled;
}
