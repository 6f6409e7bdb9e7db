// What a passive says was done to whom: "|sanctions| imposed by A on B", "A's sanctions imposed on B", "sanctions were imposed on B by A".
import type { Extraction, Mention, Polarity, Sentence } from '../../model/extraction.ts';
import { stanceAt } from '../attributes/stance.ts';
import { argumentOf, conjunctHeads } from '../facts/arguments.ts';
import { childBy, childrenBy, fullRelationAt, headOf, linkOf, uposOf } from '../tree.ts';
import { lemmaAt, spanOf, wordAt } from '../words.ts';
import { DOING, isLightObject } from './clause-complements.ts';
import { entityAt } from './entity-at.ts';
import { modifierOf, possessorOf } from './from-nouns.ts';
import type { Edge } from './make-relation.ts';

/** That of a complement in the active ("imposed sanctions on"), as uncalibrated. */
const SCORE = 0.6;

/** Edges from who does it to whom it is done; the noun alone can type them, and without a type they say nothing of their own. */
export function doneEdges(extraction: Extraction, sentence: Sentence): Edge[] {
  const edges: Edge[] = [];
  for (let verb = sentence.firstToken; verb <= sentence.lastToken; verb += 1) {
    if (uposOf(extraction, verb) !== 'VERB' || !DOING.test(lemmaAt(extraction, verb))) continue;
    const noun = whatIsDone(extraction, verb);
    if (noun === null || !isLightObject(extraction, noun)) continue;
    const doers = doersOf(extraction, verb, noun);
    for (const { link, heads } of targetsOf(extraction, verb, noun, doers))
      for (const subject of doers
        .flatMap((head) => entityAt(extraction, head) ?? [])
        .concat(ownerOf(extraction, noun, doers)))
        for (const object of heads.flatMap((head) => entityAt(extraction, head) ?? []))
          edges.push({
            ...{ subject, object, sentence, literal: null, passive: false, score: SCORE, typedOnly: true },
            predicate: `${lemmaAt(extraction, verb)} ${wordAt(extraction, noun)} ${link}`,
            triggers: [lemmaAt(extraction, noun)],
            cue: spanOf(extraction, Math.min(noun, verb), Math.max(noun, verb)),
            modality: stanceAt(extraction, verb).modality,
            polarity: polarityOf(extraction, verb, noun),
          });
  }
  return edges;
}

/** The subject of a passive, or the noun that a participle or a passive relative clause tells of. */
function whatIsDone(extraction: Extraction, verb: number): number | null {
  const subject = childBy(extraction, verb, 'nsubj:pass');
  const told = fullRelationAt(extraction, verb).startsWith('acl') ? headOf(extraction, verb) : null;
  if (subject !== undefined && !/^(?:that|which)$/.test(wordAt(extraction, subject))) return subject;
  return childBy(extraction, verb, 'nsubj', 'obj') === undefined || subject !== undefined ? told : null;
}

/** "by A and C"; the preposition tells, since a parser may take any phrase of a passive for its agent. */
function doersOf(extraction: Extraction, verb: number, noun: number): number[] {
  return [...childrenBy(extraction, verb, 'obl'), ...childrenBy(extraction, noun, 'nmod')]
    .filter((child) => linkOf(extraction, child) === 'by')
    .flatMap((child) => [child, ...conjunctHeads(extraction, child)]);
}

/** "A's sanctions", "Norlandish sanctions", where no "by" names who imposed them. */
function ownerOf(extraction: Extraction, noun: number, doers: readonly number[]): Mention[] {
  if (doers.length > 0) return [];
  return [possessorOf(extraction, noun) ?? modifierOf(extraction, argumentOf(extraction, noun)) ?? []].flat();
}

/** "on B", "against B and C", on the verb, the noun, or where a parser hung the phrase right behind the doer. */
function targetsOf(extraction: Extraction, verb: number, noun: number, doers: readonly number[]) {
  const above = childrenBy(extraction, headOf(extraction, noun), 'obl').filter((child) => {
    const link = childBy(extraction, child, 'case') ?? -1;
    return link > verb && (link === verb + 1 || doers.includes(link - 1));
  });
  return [
    ...childrenBy(extraction, verb, 'obl'),
    ...[noun, ...doers].flatMap((each) => childrenBy(extraction, each, 'nmod')),
    ...above,
  ].flatMap((child) => {
    const link = linkOf(extraction, child);
    if (!/^(?:on|upon|against)$/.test(link)) return [];
    return [{ link, heads: [child, ...conjunctHeads(extraction, child)] }];
  });
}

/** That of the verb: what becomes of sanctions does not undo that they were imposed; "no sanctions imposed by A" does. */
function polarityOf(extraction: Extraction, verb: number, noun: number): Polarity {
  const { polarity } = stanceAt(extraction, verb);
  const isNone =
    headOf(extraction, verb) === noun &&
    childrenBy(extraction, noun, 'det').some((each) => /^(?:no|neither)$/.test(wordAt(extraction, each)));
  if (!isNone) return polarity;
  return polarity === 'positive' ? 'negative' : 'positive';
}
