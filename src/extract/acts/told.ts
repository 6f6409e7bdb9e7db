// What of an act the graph has already: an edge to somebody with a name, a number, a typed relation, a quotation.
import type { Extraction, Fact, Mention, Relation } from '../../model/extraction.ts';
import type { MentionId } from '../../model/id.ts';
import { overlapsSpan, type Span } from '../../model/span.ts';
import { quotationsAround } from '../by-sentence.ts';
import { areOne, isAnonymous } from '../chain-index.ts';
import { entityAt } from '../fact-relations/entity-at.ts';
import { topOf } from '../tree.ts';
import { lemmaAt } from '../words.ts';
import type { Act } from './read-act.ts';

type Cued = Relation & { readonly cue: Span };

/** True of an act of which another relation of its clause, a quotation or the name of its object tells the same. */
export function toldActs(extraction: Extraction): (subject: Mention, fact: Fact, act: Act) => boolean {
  const mentions = new Map<MentionId, Mention>(extraction.mentions.map((mention) => [mention.id, mention]));
  const relations = relationsBySentence(extraction);
  return (subject, fact, act) => {
    if (isQuoted(extraction, fact, act)) return true;
    const head = fact.object && topOf(extraction, fact.object);
    const object = head === null || !act.hasObject ? null : entityAt(extraction, head);
    if (object !== null && !isAnonymous(extraction, object)) return true;
    const noun = head === null ? '' : lemmaAt(extraction, head);
    return (relations.get(fact.sentence) ?? []).some((relation) => {
      const other = otherEnd(extraction, relation, subject.id);
      if (other === undefined || !isOfClause(relation, fact, act)) return false;
      if (relation.type !== null || !act.hasObject) return true;
      const end = other === null ? undefined : mentions.get(other);
      return (end !== undefined && overlapsSpan(end, act.words)) || relation.predicate.split(' ').includes(noun);
    });
  };
}

function relationsBySentence(extraction: Extraction): ReadonlyMap<number, readonly Cued[]> {
  const found = new Map<number, Cued[]>();
  for (const relation of extraction.relations) {
    const { cue } = relation;
    if (cue === null) continue;
    const sentence = extraction.tokens[topOf(extraction, cue)]?.sentence ?? -1;
    const list = found.get(sentence);
    if (list) list.push({ ...relation, cue });
    else found.set(sentence, [{ ...relation, cue }]);
  }
  return found;
}

/** The end that is not the subject, null where it is a value alone; undefined where neither end is the subject. */
function otherEnd(extraction: Extraction, { subject, object }: Relation, own: MentionId): MentionId | null | undefined {
  if (areOne(extraction, subject, own)) return object;
  return object !== null && areOne(extraction, object, own) ? subject : undefined;
}

/** The words of the relation are some of those from the verb to the end of the act. */
function isOfClause({ cue }: Cued, { predicateSpan }: Fact, { words }: Act): boolean {
  const start = Math.min(predicateSpan.start, words.start);
  return overlapsSpan(cue, { start, end: Math.max(predicateSpan.end, words.end) });
}

/** "announced “the end”": what is said has a claim of its own. */
function isQuoted(extraction: Extraction, { predicateSpan }: Fact, { words }: Act): boolean {
  return quotationsAround(extraction, topOf(extraction, words)).some(
    ({ cue, content }) => cue !== null && overlapsSpan(cue, predicateSpan) && overlapsSpan(content, words),
  );
}
