// Phrases beside a clause's own complements that its edges lead to, and the predicate with such a phrase: "ban imports from".
import type { Extraction } from '../../model/extraction.ts';
import type { Complement } from '../facts/complements.ts';
import type { PredicateClause } from '../facts/read-clauses.ts';
import { antecedentOf } from '../facts/subjects.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { childrenBy } from '../tree.ts';
import { lemmaAt, tagAt, wordAt } from '../words.ts';
import { entityAt, valueAt } from './entity-at.ts';

const LISTS = readLexicon<{ events: readonly string[]; light: readonly string[] }>('events');
const EVENTS = new Set(LISTS.events);
/** Verbs whose object is the event: the phrase after it is the event's partner or place. */
const LIGHT = new Set(LISTS.light);
/** Light verbs whose object, a noun trigger, is what is done to whom stands behind it: "imposed sanctions on". */
export const DOING = /^(?:impose|place|put|levy|slap|launch|mount|stage|make|issue|declare|lodge|file)$/;
/** What one guards or plays against is no enemy. */
const NO_ENEMY =
  /^(?:protect|guard|defend|insure|shield|hedge|play|win|lose|draw|score|compete|lean|advise|warn|decide)$/;
/** "lost the match against": nor whom one meets in sport. */
const GAME = /^(?:match|game|final|semi-?final|tie|fixture|derby|bout|goals?|runs?|points?|wickets?)$/;

/** With "Torva, |where| he lived" and "1951, |when| he died": what the relative clause tells of is its place or time. */
export function complementsWithRelative(extraction: Extraction, clause: PredicateClause): readonly Complement[] {
  const start = clause.chain[0] ?? clause.head;
  const relative = childrenBy(extraction, start, 'advmod').find((each) =>
    /^(?:where|when)$/.test(wordAt(extraction, each)),
  );
  const antecedent = relative === undefined ? null : antecedentOf(extraction, start);
  if (relative === undefined || antecedent === null || antecedent > relative) return clause.complements;
  const isTime = wordAt(extraction, relative) === 'when';
  const link = isTime ? '' : entityAt(extraction, antecedent)?.type === 'Organization' ? 'at' : 'in';
  const phrases = [{ head: antecedent, first: antecedent, last: antecedent }];
  return [...clause.complements, { preposition: relative, link, phrases }];
}

/** "held |talks| with B", "banned |imports| from B": what hangs on an object that is no entity itself. */
export function objectComplements(extraction: Extraction, clause: PredicateClause): Complement[] {
  const [object] = clause.objects;
  if (!object || clause.objects.length > 1 || clause.copula || entityAt(extraction, object.head) !== null) return [];
  return childrenBy(extraction, object.head, 'nmod').flatMap((child) => {
    const preposition = childrenBy(extraction, child, 'case').find((each) => each < child);
    const link = preposition === undefined ? '' : wordAt(extraction, preposition);
    if (preposition === undefined) return [];
    if (!/^(?:with|on|against|to|into|over|for|from|in|of|about|towards?)$/.test(link)) return [];
    const heads = [child, ...childrenBy(extraction, child, 'conj')];
    return [{ preposition, link, phrases: heads.map((head) => ({ head, first: head, last: head })) }];
  });
}

/** "is a donor |to the Party|", "was a witness |against Hale|": whom the noun behind a copula ties its subject to. */
export function describedTo(extraction: Extraction, { copula, head }: PredicateClause): Complement[] {
  if (!copula || tagAt(extraction, head) !== 'NOUN') return [];
  return childrenBy(extraction, head, 'nmod').flatMap((child) => {
    const preposition = childrenBy(extraction, child, 'case').find((each) => each < child);
    const link = preposition === undefined ? '' : wordAt(extraction, preposition);
    if (preposition === undefined || !/^(?:to|against|for|with|from|on|over)$/.test(link)) return [];
    const heads = [child, ...childrenBy(extraction, child, 'conj')];
    return [{ preposition, link, phrases: heads.map((each) => ({ head: each, first: each, last: each })) }];
  });
}

/** "hold talks with", "ban imports from": an object that is no entity itself joins the predicate. `ofObject`: the phrase hangs on it. */
export function joinPredicate(
  extraction: Extraction,
  clause: PredicateClause,
  lemma: string,
  { link, preposition }: Complement,
  ofObject: boolean,
): { readonly predicate: string; readonly triggers: string[] } {
  const [object] = clause.objects;
  const light =
    object && clause.objects.length === 1 && isLightObject(extraction, object.head)
      ? wordAt(extraction, object.head)
      : null;
  // "cancelled a visit to B": the visit has the direction, not the cancelling; "imposed sanctions on B" is one act.
  const ofEvent = LIGHT.has(lemma) && EVENTS.has(light ?? '') && /^(?:on|against|to|into|over|for)$/.test(link);
  const ofLight = !ofObject || link === 'with' || ofEvent;
  // "is close to", "is married to": without its word a copula says nothing.
  // What is moved may go by its verb; of what is given, sold or taken only the thing tells what was done.
  const isTold = GIVING.test(lemma) || (link !== 'to' && link !== 'from');
  const named = light && (clause.copula || isTold || !ofLight);
  const predicate = named ? `${lemma} ${light} ${link}` : `${lemma} ${link}`;
  if (!ofLight) return { predicate, triggers: [predicate] };
  const triggers = [...new Set([predicate, `${lemma} ${link}`])];
  // "is married to": the adjective is the predicate; "is in Torva": the preposition is.
  if (light && clause.copula && (tagAt(extraction, object?.head ?? -1) === 'ADJ' || light.endsWith('ed')))
    triggers.push(`${light} ${link}`, light);
  if (clause.copula && clause.objects.length === 0) triggers.push(link);
  // "meet with", "talk to": the partner of a symmetric verb; "was founded by": the maker.
  const partner = link === 'with' ? /^(?:meet|talk|speak|negotiate|confer|sit|discuss|consult)$/ : /^(?:talk|speak)$/;
  if (/^(?:with|to)$/.test(link) && partner.test(lemma.split(' ')[0] ?? ''))
    triggers.push(/^(?:meet|negotiate)$/.test(lemma) ? lemma : 'talk');
  if (link === 'by' && clause.passive) triggers.push(lemma);
  if (isAlliance(extraction, lemma, link, (preposition ?? 0) - 1)) triggers.push('ally');
  // What is done says more than that it is done against somebody: "placed sanctions against B".
  if (light && /^(?:on|against|for)$/.test(link) && DOING.test(lemma))
    triggers.push(lemmaAt(extraction, object?.head ?? -1));
  const isGame = GAME.test(wordAt(extraction, (preposition ?? 0) - 1));
  if (link === 'against' && !NO_ENEMY.test(lemma) && !isGame) triggers.push('oppose');
  return { predicate, triggers };
}

/** Verbs and nouns of working together, with the word before the partner. */
const ALLYING = /^(?:ally|align|affiliate|collaborate|cooperate|partner) (?:with|to)$|^link to$/;
const ALLIANCE = /^(?:coalition|alliance|partnership|tie|ties|links?|forces) (?:with|to)$/;
const FORMING = /^(?:form|have|forge|seek|enter|join|build|maintain|reject|end|be)$/;

/** "is allied with B", "linked to B", "formed a coalition with B", "joined forces with B". */
function isAlliance(extraction: Extraction, lemma: string, link: string, before: number): boolean {
  if (ALLYING.test(`${lemma} ${link}`)) return true;
  return ALLIANCE.test(`${wordAt(extraction, before)} ${link}`) && FORMING.test(lemma);
}

/** "take |bribes| from", "sell |arms| to". */
const GIVING =
  /^(?:take|give|offer|pay|sell|buy|lend|owe|receive|accept|get|steal|demand|seek|grant|award|donate|supply|provide|deliver|export|import|promise|extend|send|ship|smuggle|leak|feed|pass|make|issue|borrow|collect|win|earn|extort|extract)$/;

/** No entity, no value, nothing that only points to one ("led one in", "spent Tuesday in"). */
export function isLightObject(extraction: Extraction, head: number): boolean {
  return (
    entityAt(extraction, head) === null &&
    valueAt(extraction, head, 'Time') === null &&
    /^(?:NOUN|ADJ|VERB)$/.test(tagAt(extraction, head))
  );
}
