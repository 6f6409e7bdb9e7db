// A small language for surface constructions over a clause, so that a rule family is a table that people can read.
//
//   {subject:Person} was? (born|raised) [in] {object:Place}
//
// {slot:Type|Type} a mention of these types · word · (a|b) one of these · x? may be missing · <UPOS> a word with that tag
// ~3 up to three plain words (no name, mark or verb) · [ … ] the cue, the words that carry the relation
import type { Mention } from '../../model/extraction.ts';
import type { Unit } from './clause.ts';
import { typeOfReferent } from './make-relation.ts';

interface Element {
  readonly optional: boolean;
  readonly gap: number;
  readonly opensCue: boolean;
  readonly closesCue: boolean;
  readonly slot: string | null;
  /** The words of which it takes one; null for another kind of element. */
  readonly words: ReadonlySet<string> | null;
  accepts(unit: Unit): boolean;
}

export interface Pattern {
  readonly elements: readonly Element[];
  /** Of each set one word must stand in the clause, or the pattern cannot match. */
  readonly needs: readonly (readonly string[])[];
  readonly source: string;
}

/** Places of units; `end` is exclusive. `slots` holds the mention of each slot. */
export interface Match {
  readonly slots: Readonly<Record<string, Mention>>;
  readonly cue: { readonly start: number; readonly end: number };
  readonly end: number;
}

/** @throws Error for a pattern that cannot be read: a bug in a rule table, not in a document. */
export function compilePattern(source: string): Pattern {
  const elements = source.split(' ').map(compileElement);
  return {
    source,
    elements,
    needs: elements.flatMap(({ optional, words }) => (words && !optional ? [[...words]] : [])),
  };
}

function compileElement(text: string): Element {
  const opensCue = text.startsWith('[');
  const closesCue = text.endsWith(']');
  const bare = text.replace(/^\[|\]$/g, '');
  const optional = bare.endsWith('?') && bare.length > 1;
  const core = optional ? bare.slice(0, -1) : bare;
  const base = { optional, opensCue, closesCue, gap: 0, slot: null, words: null };
  const slot = /^\{(\w+):([\w|]+)\}$/.exec(core);
  if (slot) {
    const types = slot[2]?.split('|') ?? [];
    return {
      ...base,
      slot: slot[1] ?? null,
      accepts: ({ mention }) => mention !== null && types.includes(typeOfReferent(mention)),
    };
  }
  const gap = /^~(\d)$/.exec(core);
  if (gap) return { ...base, gap: Number(gap[1]), accepts: isPlainWord };
  const tag = /^<([A-Z|]+)>$/.exec(core);
  if (tag) {
    const tags = tag[1]?.split('|') ?? [];
    return { ...base, accepts: ({ mention, upos }) => mention === null && tags.includes(upos) };
  }
  const words = new Set(core.length === 1 ? [core] : core.replace(/^\(|\)$/g, '').split('|'));
  if (core === '') throw new Error(`pattern: empty element in "${text}"`);
  return { ...base, words, accepts: ({ mention, text: word }) => mention === null && words.has(word) };
}

function isPlainWord(unit: Unit): boolean {
  return (
    unit.mention === null && !/^(VERB|AUX|PUNCT|SCONJ|CCONJ|PRON)$/.test(unit.upos) && /^[\p{L}\d-]/u.test(unit.text)
  );
}

/** The first way, fewest gap words first, in which the pattern matches from the unit at `start`. */
export function matchPattern(pattern: Pattern, units: readonly Unit[], start: number): Match | null {
  const opening = pattern.elements[0];
  const begin = units[start];
  if (opening && !opening.optional && opening.gap === 0 && !(begin && opening.accepts(begin))) return null;
  const walk = (at: number, element: number, trail: readonly number[]): readonly number[] | null => {
    const current = pattern.elements[element];
    if (!current) return [...trail, at];
    if (current.gap > 0) {
      for (let skip = 0; skip <= current.gap; skip += 1) {
        if (skip > 0 && !(units[at + skip - 1] && current.accepts(units[at + skip - 1] as Unit))) return null;
        const rest = walk(at + skip, element + 1, [...trail, at]);
        if (rest) return rest;
      }
      return null;
    }
    const unit = units[at];
    if (unit && current.accepts(unit)) {
      const rest = walk(at + 1, element + 1, [...trail, at]);
      if (rest) return rest;
    }
    return current.optional ? walk(at, element + 1, [...trail, at]) : null;
  };
  const trail = walk(start, 0, []);
  return trail ? toMatch(pattern, units, trail) : null;
}

/** `trail` holds the unit at which each element began, and the end: an element that took nothing shares its unit with the next. */
function toMatch(pattern: Pattern, units: readonly Unit[], trail: readonly number[]): Match {
  const slots: Record<string, Mention> = {};
  let cueStart = -1;
  let cueEnd = -1;
  for (const [index, element] of pattern.elements.entries()) {
    const at = trail[index] ?? 0;
    const next = trail[index + 1] ?? at;
    const mention = units[at]?.mention;
    if (element.slot && mention && next > at) slots[element.slot] = mention;
    if (element.opensCue) cueStart = units[at]?.start ?? -1;
    if (element.closesCue) cueEnd = units[next - 1]?.end ?? -1;
  }
  return { slots, cue: { start: cueStart, end: cueEnd }, end: trail.at(-1) ?? 0 };
}
