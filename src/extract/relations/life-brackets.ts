// Brackets behind a person's name that hold a life: "(born 2 May 1971 in Torva)", "(1910 – 1994)", "(3 May 1880, Torva – 1951)",
// "(Norlandish: …; b. 1880 – d. 1951)".
import type { Extraction, Mention, Relation, Sentence } from '../../model/extraction.ts';
import type { Ontology } from '../../model/ontology.ts';
import { readClause, type Unit } from './clause.ts';
import { makeRelation } from './make-relation.ts';

const BY = 'life-brackets@1';
/** Guessed precision, not yet calibrated. */
const SCORE = { word: 0.93, dash: 0.92, place: 0.88 } as const;
const DASH = /^[-–—]$/;
const WORDS = { BORN: /^(?:born|b|b\.|\*)$/, DIED: /^(?:died|d|d\.|†|killed)$/ } as const;
/** Years of a life: a shorter span is an office or an episode. */
const [SHORTEST, LONGEST] = [14, 115];

type End = keyof typeof WORDS;

/** What one bracket says of one end of a life. */
interface Part {
  readonly end: End;
  readonly units: readonly Unit[];
  readonly cue: Unit;
  readonly score: number;
}

export function findLives(extraction: Extraction, ontology: Ontology): Relation[] {
  return extraction.sentences.flatMap((sentence) => {
    const units = readClause(extraction, sentence);
    return units.flatMap(({ mention: person }, at) => {
      if (person?.type !== 'Person' || person.kind !== 'name') return [];
      return bracketsBehind(units, at + 1).flatMap((inside) =>
        partsOf(inside).flatMap((part) => relate(extraction, ontology, sentence, person, part)),
      );
    });
  });
}

/** The contents of the brackets right behind a name, past "Sr." and a comma; several may follow one another. */
function bracketsBehind(units: readonly Unit[], from: number): (readonly Unit[])[] {
  let at = from;
  while (/^(?:,|jr\.?|sr\.?|phd|ph\.d\.)$/.test(units[at]?.text ?? '') && at < from + 3) at += 1;
  const found: (readonly Unit[])[] = [];
  while (units[at]?.text === '(') {
    let depth = 0;
    let end = at;
    for (; end < units.length; end += 1) {
      if (units[end]?.text === '(') depth += 1;
      if (units[end]?.text === ')') depth -= 1;
      if (depth === 0) break;
    }
    found.push(units.slice(at + 1, end));
    at = end + 1;
  }
  return found;
}

function partsOf(inside: readonly Unit[]): Part[] {
  const worded = (Object.keys(WORDS) as End[]).flatMap((end): Part[] => {
    const at = inside.findIndex(({ mention, text }) => mention === null && WORDS[end].test(text));
    const cue = inside[at];
    return cue ? [{ end, cue, units: stretchFrom(inside, at + 1), score: SCORE.word }] : [];
  });
  const split = inside.findIndex(({ text, mention }) => mention === null && DASH.test(text));
  const dash = inside[split];
  if (dash === undefined) return worded;
  const first = inside.slice(dateBefore(inside, split), split);
  const last = stretchFrom(inside, split + 1);
  const [birth, death] = [dateIn(first), dateIn(last)];
  const isLife = birth !== null && death !== null && spansLife(birth, death);
  const known = new Set(worded.map(({ end }) => end));
  const sides: Part[] = [
    { end: 'BORN', units: first, cue: dash, score: SCORE.dash },
    { end: 'DIED', units: last, cue: dash, score: SCORE.dash },
  ];
  return isLife ? [...worded, ...sides.filter(({ end }) => !known.has(end))] : worded;
}

/** The date and the places beside it, before a dash. */
function dateBefore(inside: readonly Unit[], split: number): number {
  let at = split;
  while (at > 0 && isOfLife(inside[at - 1] as Unit)) at -= 1;
  return at;
}

/** Up to the dash, semicolon or word that begins something else. */
function stretchFrom(inside: readonly Unit[], from: number): readonly Unit[] {
  const length = inside.slice(from).findIndex((unit) => !isOfLife(unit));
  return length < 0 ? inside.slice(from) : inside.slice(from, from + length);
}

/** A date, a place, or a word between them. */
function isOfLife({ mention, text }: Unit): boolean {
  return mention === null
    ? /^(?:in|at|on|near|,|c|c\.|ca|ca\.|circa|around|about|\.)$/.test(text)
    : mention.type === 'Time' || mention.type === 'Place';
}

function dateIn(units: readonly Unit[]): Mention | null {
  return units.find(({ mention }) => mention?.type === 'Time' && mention.literal !== null)?.mention ?? null;
}

function spansLife(birth: Mention, death: Mention): boolean {
  const [from, to] = [birth, death].map(({ literal }) => Number.parseInt(String(literal?.value ?? ''), 10));
  const years = (to ?? Number.NaN) - (from ?? Number.NaN);
  return years >= SHORTEST && years <= LONGEST;
}

function relate(
  extraction: Extraction,
  ontology: Ontology,
  sentence: Sentence,
  subject: Mention,
  { end, units, cue, score }: Part,
): Relation[] {
  const date = dateIn(units);
  const predicate = end === 'BORN' ? 'born' : 'died';
  const seed = { subject, sentence, predicate, cue: { start: cue.start, end: cue.end }, by: BY };
  const places = units.flatMap(({ mention }) => (mention?.type === 'Place' ? [mention] : []));
  return [
    ...(date ? makeRelation(extraction, ontology, { ...seed, object: date, type: `${end}_ON`, score }) : []),
    ...places.flatMap((object) =>
      makeRelation(extraction, ontology, { ...seed, object, type: `${end}_IN`, score: SCORE.place }),
    ),
  ];
}
