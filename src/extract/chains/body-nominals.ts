// "the embassy", "the foreign ministry", "the company": bodies named by their noun alone, for the body that the text told of before.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { mentionsAround } from '../by-sentence.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { makeMention } from '../names/make-mention.ts';
import { headOf, relationAt, topOf } from '../tree.ts';
import { lemmaAt, tagAt, tokenAfter, wordAt } from '../words.ts';
import type { Linked } from './linked.ts';

const FIRM = /^(?:company|firm|corporation)$/;
const OWNER = /^(?:our|its|their|his|her|my|your)$/;
const STATE_BODIES = new Set(readLexicon<{ readonly state: readonly string[] }>('bodies').state);

/**
 * Institutions that no owner stands before, with the group of the last one before them of that noun whose owner the text
 * tells, else of the first one behind: a headline may run ahead.
 */
export function bareInstitutions(extraction: Extraction, named: readonly Linked[]): Linked[] {
  const owned = named.filter(({ mention }) => mention.kind === 'nominal' && mention.referent?.type === 'Organization');
  if (owned.length === 0) return [];
  const taken = new Set(named.map(({ mention }) => mention));
  return extraction.mentions.flatMap((mention) => {
    const isBare = mention.kind === 'nominal' && mention.type === 'Organization' && mention.referent === null;
    if (!isBare || taken.has(mention) || OWNER.test(wordAt(extraction, tokenAfter(extraction, mention.start))))
      return [];
    const fitting = owned.filter((other) => isNamedBy(extraction, mention, other.mention));
    const found = fitting.findLast((other) => other.mention.end <= mention.start) ?? fitting[0];
    return found === undefined ? [] : [{ mention, group: found.group }];
  });
}

/** One noun; and what stands right before the bare one ("the |Easthaven| embassy") is told of the other too. */
function isNamedBy(extraction: Extraction, bare: Mention, owned: Mention): boolean {
  const { text } = extraction.document;
  if (lemmaAt(extraction, bare.head) !== lemmaAt(extraction, owned.head)) return false;
  const first = tokenAfter(extraction, bare.start);
  const before = mentionsAround(extraction, bare.head).find(
    ({ kind, start, end }) => kind === 'name' && start < bare.start && tokenAfter(extraction, end - 1) === first - 1,
  );
  return before === undefined || text.slice(owned.start, owned.end).includes(text.slice(before.start, before.end));
}

/** "The company": a mention for the firm that the text told of last as a subject, or the only one that it names before. */
export function firmNominals(extraction: Extraction, named: readonly Linked[], by: string, score: number): Linked[] {
  const firms = named.filter(({ mention }) => isFirm(extraction, mention));
  if (firms.length === 0) return [];
  return extraction.tokens.flatMap(({ index, sentence }) => {
    if (wordAt(extraction, index) !== 'the' || !FIRM.test(wordAt(extraction, index + 1))) return [];
    if (/^(?:NOUN|PROPN)$/.test(tagAt(extraction, index + 2)) && headOf(extraction, index + 1) === index + 2) return [];
    const start = extraction.tokens[index]?.start ?? 0;
    const before = firms.filter(({ mention }) => mention.end <= start);
    const sentenceOf = ({ mention }: Linked): number => extraction.tokens[mention.head]?.sentence ?? -1;
    const subject = before.findLast((firm) => sentence - sentenceOf(firm) <= 1 && isSubject(extraction, firm.mention));
    const only = new Set(before.map(({ group }) => group)).size === 1 ? before[0] : undefined;
    const found = subject ?? only;
    if (found === undefined) return [];
    const place = { first: index, last: index + 1, head: index + 1, type: 'Organization', kind: 'nominal' as const };
    return [{ mention: makeMention(extraction, { ...place, score, by, referent: null }), group: found.group }];
  });
}

function isFirm(extraction: Extraction, { kind, type, head, referent }: Mention): boolean {
  return (
    kind === 'name' && type === 'Organization' && referent === null && !STATE_BODIES.has(lemmaAt(extraction, head))
  );
}

function isSubject(extraction: Extraction, mention: Mention): boolean {
  return relationAt(extraction, topOf(extraction, mention)) === 'nsubj';
}
