// Neuter pronouns with one fitting antecedent near by: it, its to a country or body that stands before them in the sentence.
import type { Extraction, Sentence } from '../../model/extraction.ts';
import { makeMention } from '../names/make-mention.ts';
import { mentionsIn } from '../relations/clause.ts';
import type { Linked } from './linked.ts';

const NEUTER = /^(its|it|itself)$/;

/** "it" and "its" take the only body or country before them in their sentence; where two stand there, none. */
export function findNeuterPronouns(extraction: Extraction, groups: ReadonlyMap<string, number>): Linked[] {
  const linked: Linked[] = [];
  for (const token of extraction.tokens) {
    const text = extraction.document.text.slice(token.start, token.end).toLowerCase();
    const sentence = extraction.sentences[token.sentence];
    if (!sentence || !NEUTER.test(text) || isExpletive(extraction, token.index, text)) continue;
    const group = bodyBefore(extraction, sentence, token.start, groups);
    if (group === undefined) continue;
    const mention = makeMention(extraction, {
      ...{ first: token.index, last: token.index, type: typeOfGroup(extraction, groups, group), kind: 'pronoun' },
      ...{ score: 0.75, by: 'chains@1', referent: null },
    });
    linked.push({ mention, group });
  }
  return linked;
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
