// Pronouns with one fitting antecedent near by: he, she, his, her to a person; it, its to a country or body that opens the sentence.
import type { Extraction, Mention, Sentence } from '../../model/extraction.ts';
import { makeMention } from '../names/make-mention.ts';
import { mentionsIn } from '../relations/clause.ts';
import type { Linked } from './linked.ts';

const PERSONAL = /^(he|she|his|her|him|himself|herself)$/;
const NEUTER = /^(its|it|itself)$/;

/**
 * Conservative: a personal pronoun takes the first person of its own sentence before it, or of the sentence before, and
 * none where two persons stand there; "it" and "its" take the only body or country before them in their sentence.
 */
export function findPronouns(
  extraction: Extraction,
  groups: ReadonlyMap<string, number>,
  nominals: readonly Linked[],
): Linked[] {
  const people = [
    ...extraction.mentions
      .filter(({ type, kind }) => type === 'Person' && kind === 'name')
      .map((mention) => ({ mention, group: groups.get(mention.id) })),
    ...nominals,
  ];
  const linked: Linked[] = [];
  for (const token of extraction.tokens) {
    const text = extraction.document.text.slice(token.start, token.end).toLowerCase();
    const sentence = extraction.sentences[token.sentence];
    if (!sentence) continue;
    const group = PERSONAL.test(text)
      ? personBefore(people, extraction, sentence, token.start)
      : NEUTER.test(text) && !isExpletive(extraction, token.index, text)
        ? bodyBefore(extraction, sentence, token.start, groups)
        : undefined;
    if (group === undefined) continue;
    const type = PERSONAL.test(text) ? 'Person' : typeOfGroup(extraction, groups, group);
    const seed = {
      first: token.index,
      last: token.index,
      type,
      kind: 'pronoun',
      score: 0.75,
      by: 'chains@1',
      referent: null,
    } as const;
    linked.push({ mention: makeMention(extraction, seed), group });
  }
  return linked;
}

type Candidate = { readonly mention: Mention; readonly group: number | undefined };

function personBefore(
  people: readonly Candidate[],
  extraction: Extraction,
  sentence: Sentence,
  before: number,
): number | undefined {
  for (const back of [0, 1]) {
    const place = extraction.sentences[sentence.index - back];
    if (!place) return undefined;
    const near = people.filter(
      ({ mention }) => mention.start >= place.start && mention.end <= Math.min(place.end, before),
    );
    const distinct = new Set(near.map(({ group }) => group));
    if (distinct.size === 1) return near[0]?.group;
    if (distinct.size > 1) return undefined;
  }
  return undefined;
}

/** The name joined to the pronoun by "and" ("Norland and its allies"), else the only country or body before it in the sentence. */
function bodyBefore(
  extraction: Extraction,
  sentence: Sentence,
  before: number,
  groups: ReadonlyMap<string, number>,
): number | undefined {
  const near = mentionsIn(extraction, sentence).filter(
    ({ start, end, type, kind }) =>
      start >= sentence.start && end <= before && kind === 'name' && /^(Place|Organization)$/.test(type),
  );
  const beside = near.find(({ end }) => extraction.document.text.slice(end, before).trim() === 'and');
  if (beside) return groups.get(beside.id);
  const outer = near.filter(
    (mention) => !near.some((other) => other !== mention && other.start <= mention.start && mention.end <= other.end),
  );
  const first = outer[0];
  if (!first) return undefined;
  // Two candidates are one too many: without a tree nobody tells the subject of "Norland answers Easthaven on its troops".
  const distinct = new Set(outer.map(({ id }) => groups.get(id)));
  return distinct.size === 1 ? groups.get(first.id) : undefined;
}

/** "It is clear that", "it's": most sentence-initial "it" points at nothing. */
function isExpletive(extraction: Extraction, index: number, text: string): boolean {
  if (text !== 'it') return false;
  const next = extraction.tokens[index + 1];
  return (
    next === undefined ||
    (/^(AUX|PUNCT)$/.test(next.upos) &&
      !/^(had|has|will|would)$/i.test(extraction.document.text.slice(next.start, next.end)))
  );
}

function typeOfGroup(extraction: Extraction, groups: ReadonlyMap<string, number>, group: number): string {
  return (
    extraction.mentions.find(({ id, type }) => groups.get(id) === group && type !== 'Group')?.type ?? 'Organization'
  );
}
