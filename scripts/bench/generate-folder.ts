// Extractions of invented news in any number: names by Zipf's law, a tenth of the texts copies of others.
import type { Document } from '../../src/model/document.ts';
import type { Extraction, Mention, Relation } from '../../src/model/extraction.ts';
import { type MentionId, makeId } from '../../src/model/id.ts';
import { makeRandom } from '../random.ts';

const SYLLABLES =
  'ba be bo da de do fa fe ga go ha he ka ke ko la le lo ma me mo na ne no pa pe ra re ro sa se so ta te to va ve vo za zu'.split(
    ' ',
  );
const TRADES = ['Motors', 'Holdings', 'Institute', 'Union', 'Bank', 'Airlines', 'Foundation', 'Council'];
const VERBS = ['praised', 'met', 'accused', 'visited', 'left', 'joined', 'sued', 'warned'];
const WORDS =
  'market harbour winter report budget river bridge school train village factory summer voters garden coast minister harvest forest prices engine'.split(
    ' ',
  );
const MENTIONS = 10;

interface Name {
  readonly full: string;
  readonly short: string;
  readonly type: 'Person' | 'Organization' | 'Place';
}

/** So many documents of about ten mentions each; the same for the same seed. */
export function generateFolder(count: number, seed: number): Extraction[] {
  const random = makeRandom(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const word = (length: number): string => {
    const letters = Array.from({ length }, () => pick(SYLLABLES)).join('');
    return (letters[0] ?? '').toUpperCase() + letters.slice(1);
  };
  // A folder ten times the size names some five times as many things (Heaps' law).
  const size = Math.ceil(12 * count ** 0.75);
  const given = Array.from({ length: 300 }, () => word(2));
  const surnames = Array.from({ length: Math.ceil(size / 4) }, () => word(3));
  const names = Array.from({ length: size }, (_, index): Name => {
    if (index % 5 < 2) {
      const surname = pick(surnames);
      return { full: `${pick(given)} ${surname}`, short: surname, type: 'Person' };
    }
    const name = word(3 + (index % 2));
    if (index % 5 < 4) return { full: `${name} ${pick(TRADES)}`, short: name, type: 'Organization' };
    return { full: name, short: name, type: 'Place' };
  });
  const zipf = (): Name => names[Math.floor(size ** random()) - 1] as Name;
  const extractions: Extraction[] = [];
  for (let number = 0; number < count; number += 1) {
    const original = random() < 0.1 ? extractions[Math.floor(random() * number)] : undefined;
    const made = original ? copyOf(original, number) : write(number, zipf, pick);
    // As a graph file gives it back: what is put together of pieces takes twice the memory.
    extractions.push(JSON.parse(JSON.stringify(made)) as Extraction);
  }
  return extractions;
}

function write(number: number, zipf: () => Name, pick: <Item>(items: readonly Item[]) => Item): Extraction {
  let text = '';
  const marks: { start: number; end: number; name: Name }[] = [];
  const sentences: Extraction['sentences'][number][] = [];
  const seen = new Set<Name>();
  for (let index = 0; index < MENTIONS / 2; index += 1) {
    const start = text.length;
    for (const [place, name] of [zipf(), zipf()].entries()) {
      const surface = seen.has(name) ? name.short : name.full;
      seen.add(name);
      marks.push({ start: text.length, end: text.length + surface.length, name });
      text += place === 0 ? `${surface} ${pick(VERBS)} ` : surface;
    }
    text += ` over the ${pick(WORDS)} and the ${pick(WORDS)} before the ${pick(WORDS)} of the ${pick(WORDS)}.`;
    sentences.push({ start, end: text.length, index, firstToken: 0, lastToken: 0 });
    text += ' ';
  }
  const document = makeDocument(number, text);
  const mentions = marks.map(({ start, end, name }) => makeMention(document, start, end, name.type));
  const relations = sentences.flatMap((sentence, index) => {
    const [subject, object] = [mentions[2 * index], mentions[2 * index + 1]];
    return subject && object ? [relate(subject.id, object.id, sentence, index)] : [];
  });
  const chains = [...seen].flatMap((name) => {
    const ids = marks.flatMap((mark, place) => (mark.name === name ? [mentions[place]?.id as MentionId] : []));
    return ids.length > 1 ? [{ id: makeId('chain', ...ids), mentionIds: ids, score: 0.9, by: 'bench@1' }] : [];
  });
  return { document, sentences, mentions, relations, chains, tokens: [], quotations: [], citations: [], facts: [] };
}

/** The same text in another outlet. */
function copyOf(original: Extraction, number: number): Extraction {
  return moveTo(original, makeDocument(number, original.document.text));
}

/** The extraction as one of another document with the same text. */
export function moveTo({ sentences, mentions, chains }: Extraction, document: Document): Extraction {
  const own = mentions.map(({ start, end, type }) => makeMention(document, start, end, type));
  const places = new Map(mentions.map(({ id }, place) => [id, place]));
  return {
    ...{ document, sentences, mentions: own, tokens: [], quotations: [], citations: [], facts: [] },
    chains: chains.map((chain) => ({
      ...chain,
      mentionIds: chain.mentionIds.flatMap((id) => own[places.get(id) ?? -1]?.id ?? []),
    })),
    relations: sentences.flatMap((sentence, index) => {
      const [subject, object] = [own[2 * index], own[2 * index + 1]];
      return subject && object ? [relate(subject.id, object.id, sentence, index)] : [];
    }),
  };
}

function makeDocument(number: number, text: string): Document {
  const day = `${(number % 28) + 1}`.padStart(2, '0');
  return {
    ...{ id: makeId('document', number), source: `${number}.txt`, alsoAt: [], title: null, author: null, url: null },
    ...{
      publisher: `Outlet ${number % 400}`,
      publishedAt: `2031-0${(number % 9) + 1}-${day}`,
      mediaType: 'text/plain',
    },
    ...{ language: 'en', text, blocks: [], notes: [] },
  };
}

function makeMention(document: Document, start: number, end: number, type: string): Mention {
  const id = makeId('mention', document.id, start);
  return { id, start, end, head: 0, type, kind: 'name', referent: null, literal: null, score: 0.95, by: 'bench@1' };
}

function relate(
  subject: MentionId,
  object: MentionId,
  { start, end }: { readonly start: number; readonly end: number },
  number: number,
): Relation {
  return {
    ...{ id: makeId('relation', subject, object), subject, object, literal: null, type: null },
    ...{ predicate: VERBS[number % VERBS.length] ?? 'met', cue: null, evidence: { start, end }, polarity: 'positive' },
    ...{ modality: 'actual', attribution: null, time: null, score: 0.8, by: 'bench@1' },
  };
}
