// Who took part in a named event, and where it was: "Wimbledon champion Ada Quill", "beat Hale at the Torva Open", "the Torva Cup in Norland".
import type { Extraction, Mention, Sentence } from '../../model/extraction.ts';
import { stanceAt } from '../attributes/stance.ts';
import { mentionsAround } from '../by-sentence.ts';
import { conjunctHeads } from '../facts/arguments.ts';
import { isPredicate, subjectHeads } from '../facts/subjects.ts';
import { childrenBy, fullRelationAt, headOf, linkOf, uposOf } from '../tree.ts';
import { lemmaAt, spanOf, tokenAfter, wordAt } from '../words.ts';
import { entityAt } from './entity-at.ts';
import { mentionEndingAt, possessorOf } from './from-nouns.ts';
import type { Edge } from './make-relation.ts';

/** A guess; the scores step calibrates it as it does those of all sources. */
const SCORE = 0.8;
/** What one who takes part is called, right behind the event's name. */
const ENTRANT =
  /^(?:champion|finalist|semi-?finalist|quarter-?finalist|runner-?up|winner|medalist|medallist|titlist|titleholder|participant|contestant|qualifier|debutant)$/;
/** What one does at an event. */
const TAKING_PART =
  /^(?:win|lose|beat|defeat|withdraw|qualify|compete|play|reach|advance|enter|claim|clinch|capture|skate|race|swim|debut|eliminate|overcome|upset|triumph|star|fight|score|medal|finish|participate)$/;
/** Of these the object takes part, too: "lost |the province| in the war" does not make it a party. */
const AGAINST = /^(?:beat|defeat|eliminate|overcome|upset|play|fight)$/;
/** What one has of an event: "his second |appearance| in the Torva Cup". */
const SHARE = /^(?:appearance|participation|debut|victory|win|defeat|loss|title|medal|performance|campaign|match)$/;
/** Parts of an event that two sides have: "the Torva Cup |semifinal| between A and B". */
const ROUND = /^(?:final|semi-?final|quarter-?final|match|game|tie|round|bout|fixture|contest|playoff)$/;
/** Nouns that what is done at an event may stand at: "won |the first round| of the Torva Open". */
const PART =
  /^(?:spot|place|slot|berth|half|leg|stage|tournament|championship|race|event|medal|gold|silver|bronze|crown|trophy)$/;
const HELD = /^(?:hold|take|open|begin|start|run|conclude|end|stage|host)$/;
const WHERE = /^(?:in|at)$/;

/** Edges of the named events of a sentence. */
export function eventEdges(extraction: Extraction, sentence: Sentence): Edge[] {
  const edges: Edge[] = [];
  for (let place = sentence.firstToken; place <= sentence.lastToken; place += 1) {
    const event = eventHeadedAt(extraction, place);
    if (event !== null) {
      const make = (subject: Mention, object: Mention, trigger: string, cue: number): Edge => ({
        ...{ subject, object, sentence, literal: null, passive: false, score: SCORE },
        predicate: lemmaAt(extraction, cue),
        triggers: [trigger],
        cue: spanOf(extraction, cue, cue),
        ...stanceAt(extraction, cue),
      });
      for (const { who, cue } of entrantsOf(extraction, event))
        if (isParty(who) && who.id !== event.id) edges.push(make(who, event, 'participate in', cue));
      for (const { place: where, cue } of placesOf(extraction, event)) edges.push(make(event, where, 'in', cue));
    }
  }
  return edges;
}

/** The longest. */
function eventHeadedAt(extraction: Extraction, place: number): Mention | null {
  let found: Mention | null = null;
  for (const mention of mentionsAround(extraction, place)) {
    if (mention.head !== place || mention.type !== 'Event' || mention.kind !== 'name') continue;
    if (found === null || mention.end - mention.start > found.end - found.start) found = mention;
  }
  return found;
}

function isParty({ type, kind, referent }: Mention): boolean {
  return (
    /^(?:Person|Organization|Place|Group)$/.test(type) &&
    (kind !== 'nominal' || type === 'Organization' || referent !== null)
  );
}

interface Entrant {
  readonly who: Mention;
  readonly cue: number;
}

function entrantsOf(extraction: Extraction, event: Mention): Entrant[] {
  return [...holdersBehind(extraction, event), ...sidesInName(extraction, event), ...partiesAbove(extraction, event)];
}

/** "World Cup and Olympic champion |Ada Quill|", "the 1996 Wimbledon champion, |Ada Quill|". */
function holdersBehind(extraction: Extraction, { end }: Mention): Entrant[] {
  let place = tokenAfter(extraction, end - 1) + 1;
  const last = place + LONGEST_GAP;
  while (place < last && !ENTRANT.test(compoundAt(extraction, place)) && isListed(extraction, place)) place += 1;
  if (!ENTRANT.test(compoundAt(extraction, place))) return [];
  const noun = wordAt(extraction, place + 1) === '-' ? place + 2 : place;
  const next = wordAt(extraction, noun + 1) === ',' ? noun + 2 : noun + 1;
  const start = extraction.tokens[next]?.start ?? -1;
  const behind = mentionsAround(extraction, next).find((each) => each.start === start && each.type === 'Person');
  const who = behind ?? entityAt(extraction, noun);
  return who?.type === 'Person' ? [{ who, cue: noun }] : [];
}

/** Words between an event and the noun that it shares: "|and Olympic| champion", "|downhill gold| medalist". */
const LONGEST_GAP = 5;

function isListed(extraction: Extraction, place: number): boolean {
  return (
    /^(?:and|tennis|gold|silver|bronze|-)$/.test(wordAt(extraction, place)) ||
    /^(?:NOUN|ADJ|PROPN)$/.test(uposOf(extraction, place))
  );
}

/** "runner-up" is three words. */
function compoundAt(extraction: Extraction, place: number): string {
  return wordAt(extraction, place + 1) === '-'
    ? `${wordAt(extraction, place)}-${wordAt(extraction, place + 2)}`
    : lemmaAt(extraction, place);
}

/** "the |Norland|-|Veldia| war". */
function sidesInName(extraction: Extraction, { start, end, head }: Mention): Entrant[] {
  if (!/^(?:war|conflict|summit|match)$/i.test(wordAt(extraction, head))) return [];
  for (let place = tokenAfter(extraction, start); (extraction.tokens[place]?.end ?? end) < end; place += 1) {
    if (!/^[-–]$/.test(wordAt(extraction, place))) continue;
    const sides = [place - 1, place + 1].flatMap((each) => sideAt(extraction, each));
    if (sides.length === 2) return sides.map((who) => ({ who, cue: head }));
  }
  return [];
}

function sideAt(extraction: Extraction, place: number): Mention[] {
  const token = extraction.tokens[place];
  return mentionsAround(extraction, place)
    .filter(({ start, end, kind }) => kind === 'name' && start === token?.start && end === token?.end)
    .slice(0, 1);
}

/** Up the phrases that hold the event, to the noun or verb of which it is a part: "won |the final of| the Torva Open". */
function partiesAbove(extraction: Extraction, event: Mention): Entrant[] {
  const found: Entrant[] = [];
  const toEntrants = (heads: readonly number[], cue: number): Entrant[] =>
    heads.flatMap((each) => entityAt(extraction, each) ?? []).map((who) => ({ who, cue }));
  let at = event.head;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const above = headOf(extraction, at);
    if (above < 0) return found;
    const relation = fullRelationAt(extraction, at);
    if (isPredicate(extraction, above) || uposOf(extraction, above) === 'VERB') {
      const verb = lemmaAt(extraction, above);
      if (!TAKING_PART.test(verb) || !/^(?:obj|obl|nsubj:pass)/.test(relation)) return found;
      const objects = childrenBy(extraction, above, 'obj').filter((each) => each !== at);
      const subjects = subjectHeads(extraction, above).filter((each) => each !== at);
      const rivals = [...(AGAINST.test(verb) ? objects : []), ...rivalsOf(extraction, objects)];
      return [...found, ...toEntrants([...subjects, ...rivals], above)];
    }
    if (!/^(?:nmod|compound|appos|nmod:poss|amod|conj|flat)$/.test(relation)) return found;
    const noun = lemmaAt(extraction, above);
    // "beat |Boris Hale| at the Torva Open"
    const beside = relation === 'nmod' ? personAt(extraction, at, above) : null;
    if (beside !== null) found.push({ who: beside, cue: above });
    else if (relation === 'nmod' && !PART.test(noun) && !SHARE.test(noun) && !ROUND.test(noun)) return found;
    if (ENTRANT.test(noun) || noun === 'up') return found;
    const owner = SHARE.test(noun) ? possessorOf(extraction, above) : null;
    if (owner !== null) found.push({ who: owner, cue: above });
    if (ROUND.test(noun)) found.push(...toEntrants(opponentsOf(extraction, above), above));
    at = above;
  }
  return found;
}

/** The person at whose name "at the Torva Open" hangs. */
function personAt(extraction: Extraction, event: number, above: number): Mention | null {
  const who = linkOf(extraction, event) === 'at' ? entityAt(extraction, above) : null;
  return who?.type === 'Person' && who.kind === 'name' ? who : null;
}

/** Nouns between an event and its verb at most. */
const MOST_STEPS = 4;

/** "scored a victory over |Boris Hale|". */
function rivalsOf(extraction: Extraction, objects: readonly number[]): number[] {
  return objects
    .filter((noun) => SHARE.test(lemmaAt(extraction, noun)))
    .flatMap((noun) => childrenBy(extraction, noun, 'nmod', 'nmod:poss'))
    .filter((child) => /^(?:over|against|to)$/.test(linkOf(extraction, child)));
}

function opponentsOf(extraction: Extraction, round: number): number[] {
  return childrenBy(extraction, round, 'nmod')
    .filter((child) => /^(?:between|against|with)$/.test(linkOf(extraction, child)))
    .flatMap((child) => [child, ...conjunctHeads(extraction, child)]);
}

interface Located {
  readonly place: Mention;
  readonly cue: number;
}

/** "the Torva Cup tournament in |Norland|", "|Norland|'s Torva Cup", "the Torva Cup will be held in |Norland|". */
function placesOf(extraction: Extraction, event: Mention): Located[] {
  let top = event.head;
  while (fullRelationAt(extraction, top) === 'compound' && headOf(extraction, top) > top) top = headOf(extraction, top);
  const verb = headOf(extraction, top);
  const isHeld = /^nsubj/.test(fullRelationAt(extraction, top)) && HELD.test(lemmaAt(extraction, verb));
  const beside = isHeld ? childrenBy(extraction, verb, 'obl') : [];
  const phrases = [...childrenBy(extraction, top, 'nmod'), ...beside].filter((child) => child > event.head);
  const found = phrases.flatMap((child) => {
    const preposition = childrenBy(extraction, child, 'case').find((each) => each < child) ?? -1;
    if (!WHERE.test(wordAt(extraction, preposition))) return [];
    return [child, ...conjunctHeads(extraction, child)].flatMap((head) =>
      toPlace(entityAt(extraction, head), preposition),
    );
  });
  const first = tokenAfter(extraction, event.start);
  const isOwned = /^'s?$/.test(wordAt(extraction, first - 1));
  return isOwned ? [...found, ...toPlace(mentionEndingAt(extraction, first - 2), first - 1)] : found;
}

function toPlace(mention: Mention | null, cue: number): Located[] {
  return mention?.type === 'Place' && mention.kind === 'name' ? [{ place: mention, cue }] : [];
}
