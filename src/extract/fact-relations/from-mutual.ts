// What two sides do with each other: meetings, talks, ventures.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { conjunctHeads } from '../facts/arguments.ts';
import type { PredicateClause } from '../facts/read-clauses.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { childrenBy, linkOf } from '../tree.ts';
import { lemmaAt, wordAt } from '../words.ts';
import { entityAt } from './entity-at.ts';
import type { Edge, EdgeBase } from './make-relation.ts';

const MEETINGS = new Set(readLexicon<{ meetings: readonly string[] }>('events').meetings);
/** Guess, not yet calibrated. */
const SCORE = 0.7;
/** What two sides do together: "A and B met", "A and B held talks", "A and B will collaborate". */
const MUTUAL: Readonly<Record<string, string>> = {
  meet: 'meet',
  talk: 'talk',
  speak: 'talk',
  negotiate: 'negotiate',
  marry: 'marry',
  confer: 'talk',
  collaborate: 'ally',
  cooperate: 'ally',
};
const TALKING = /^(?:hold|have|conclude|begin|open|start|resume|finish|end|complete)$/;
/** Who meets for a country: "envoys from A and B met". */
const ENVOYS =
  /^(?:envoy|diplomat|negotiator|delegate|delegation|official|leader|minister|president|representative|commander|chief|premier)$/;

/** "A and B formed a joint |venture|": what two have with each other. */
const BOND = /^(?:venture|partnership|alliance|coalition)$/;
const BONDING = /^(?:form|create|establish|set up|launch|announce|agree|have|own|run|sign|end|dissolve)$/;

/** Each with each, where nothing else is the object. */
export function mutualEdges(
  extraction: Extraction,
  clause: PredicateClause,
  subjects: readonly Mention[],
  lemma: string,
  base: EdgeBase,
): Edge[] {
  if (clause.passive) return [];
  const bond = clause.objects.map(({ head }) => wordAt(extraction, head)).find((word) => BOND.test(word));
  if (bond !== undefined && BONDING.test(lemma)) return pairEdges(subjects, `${lemma} ${bond} with`, [], base);
  const trigger = mutualTrigger(extraction, clause, lemma);
  if (trigger === null || clause.content !== null) return [];
  if (clause.complements.some(({ link }) => link === 'with' || link === 'to')) return [];
  const sides = subjects.length > 1 ? subjects : clause.subjects.flatMap(({ head }) => senders(extraction, head));
  return pairEdges(sides, lemma, [trigger], base);
}

function mutualTrigger(extraction: Extraction, { objects, copula }: PredicateClause, lemma: string): string | null {
  if (copula) return null;
  if (objects.length === 0) return MUTUAL[lemma] ?? null;
  const [object] = objects;
  const isTalk = object !== undefined && objects.length === 1 && MEETINGS.has(lemmaAt(extraction, object.head));
  return isTalk && TALKING.test(lemma) && objectPartners(extraction, object.head) === 0 ? 'talk' : null;
}

/** Phrases that name whom the talks are with. */
function objectPartners(extraction: Extraction, noun: number): number {
  return childrenBy(extraction, noun, 'nmod').filter((child) =>
    /^(?:with|between|among)$/.test(linkOf(extraction, child)),
  ).length;
}

/** "senior envoys from |A|, |B| and |C|". */
function senders(extraction: Extraction, noun: number): Mention[] {
  if (!ENVOYS.test(lemmaAt(extraction, noun)) || wordAt(extraction, noun) === lemmaAt(extraction, noun)) return [];
  return childrenBy(extraction, noun, 'nmod')
    .filter((child) => /^(?:of|from)$/.test(linkOf(extraction, child)))
    .flatMap((child) => [child, ...conjunctHeads(extraction, child)])
    .flatMap((head) => entityAt(extraction, head) ?? [])
    .filter(({ type, referent }) => type === 'Place' || referent !== null);
}

function pairEdges(sides: readonly Mention[], predicate: string, triggers: readonly string[], base: EdgeBase): Edge[] {
  return sides.flatMap((subject, index) =>
    sides.slice(index + 1).map((object) => ({ ...base, subject, object, predicate, triggers, score: SCORE })),
  );
}
