// Words of saying: verbs that introduce speech, nouns that carry it, and how to recognise one in a sentence.
import type { Extraction } from '../model/extraction.ts';
import { mentionsAround } from './by-sentence.ts';
import { readLexicon } from './lexicon/read-lexicon.ts';
import { byTokens, onceALayer } from './once-a-layer.ts';
import { childrenBy, fullRelationAt, lemmaWithParticle, relationAt, subjectOf } from './tree.ts';
import { lemmaAt, regularStems, tagAt, tokenAfter, wordAt } from './words.ts';

interface Reporting {
  readonly say: readonly string[];
  readonly clauseOnly: readonly string[];
  readonly quoteOnly: readonly string[];
  readonly statementNouns: readonly string[];
  readonly titleCues: readonly string[];
  readonly label: readonly string[];
  readonly speakerNouns: readonly string[];
  readonly speakerBodies: readonly string[];
}

const LISTS = readLexicon<Reporting>('reporting');

/** Verbs that can introduce speech ("say", "warn"). */
export const SAY = new Set(LISTS.say);
/** … of these, verbs of thought and estimate, which introduce a clause but hardly ever a quotation in marks. */
export const CLAUSE_ONLY = new Set(LISTS.clauseOnly);
/** … and verbs that are speech only beside quotation marks ("continued", "began"). */
export const QUOTE_ONLY = new Set(LISTS.quoteOnly);
/** Verbs of finding out report a clause too, but are no speech beside a noun ("found weapons"). */
export const FINDING = /^(?:find|show|discover|determine|calculate|learn)$/;
/** Nouns for what was written or said ("report", "statement"). */
export const STATEMENT_NOUNS = new Set(LISTS.statementNouns);
/** Words before a title or a word in inverted commas ("the novel", "so-called"). */
export const TITLE_CUES = new Set(LISTS.titleCues);
/** Verbs that give a thing the words in marks as its name or judgement ("called the plan “a gift”"). */
export const LABEL = new Set(LISTS.label);
/** Nouns for people and bodies that speak. */
export const SPEAKER_NOUNS = new Set(LISTS.speakerNouns);
/** … of bodies alone, by which a text calls one that it has named ("the airline"). */
export const SPEAKER_BODIES = new Set(LISTS.speakerBodies);

/** Verbs whose object is whoever hears it, so that a bare participle tells of him. */
const HEARING = /^(?:accuse|inform|notify|remind|assure|advise)$/;

/** "is accused of it", "a rancher |accused| of killing": whom the verb seems to have for a subject says nothing. */
export function isHearing(extraction: Extraction, verb: number): boolean {
  if (childrenBy(extraction, verb, 'aux').some((each) => fullRelationAt(extraction, each) === 'aux:pass')) return true;
  const isParticiple = relationAt(extraction, verb) === 'acl' && subjectOf(extraction, verb)?.passive === true;
  return isParticiple && HEARING.test(lemmaAt(extraction, verb));
}

const NOT_A_VERB = new Set(['DET', 'ADJ', 'NUM', 'ADP']);

/** The verb's lemma, with its particle where only both are one, where the token is a verb of saying, else null. Taggers miss verbs in inversions, so word shape helps. */
export const sayingLemma: (extraction: Extraction, index: number) => string | null = onceALayer(byTokens, readSaying);

function readSaying(extraction: Extraction, index: number): string | null {
  const tag = tagAt(extraction, index);
  const lemma = lemmaAt(extraction, index);
  const word = wordAt(extraction, index);
  // A rare verb may have a wrong lemma; its regular stem tells as well ("retorted").
  if (tag === 'VERB') {
    if (SAY.has(lemma)) return lemma;
    const whole = lemmaWithParticle(extraction, index);
    return SAY.has(whole) ? whole : (regularStems(word).find((stem) => SAY.has(stem)) ?? null);
  }
  if (/^(?:said|says|told|added|tweeted)$/.test(word) && !NOT_A_VERB.has(tagAt(extraction, index - 1))) {
    return word === 'told' ? 'tell' : word === 'added' ? 'add' : word === 'tweeted' ? 'tweet' : 'say';
  }
  return null;
}

/** First and last place of the date right behind a verb of saying ("said |on Monday| it had left"); null where there is none. */
export function dateBehind(
  extraction: Extraction,
  verb: number,
): { readonly first: number; readonly last: number } | null {
  if (sayingLemma(extraction, verb) === null && !FINDING.test(lemmaAt(extraction, verb))) return null;
  const first = verb + 1;
  const led = /^(?:on|in|late|early)$/.test(wordAt(extraction, first)) ? first + 1 : first;
  const start = extraction.tokens[led]?.start;
  const date = mentionsAround(extraction, verb).find((mention) => mention.type === 'Time' && mention.start === start);
  if (!date) return null;
  const last = tokenAfter(extraction, date.end - 1);
  // "said Monday's vote had failed", "said last year was a good one"
  if (led > first || /^(?:,|\.|that|)$/.test(wordAt(extraction, last + 1))) return { first, last };
  // "said |Friday| there was no proof": agencies put the day of the saying there, without "on".
  const isDay = last === first && /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/.test(wordAt(extraction, first));
  return isDay && /^(?:PRON|DET|PROPN)$/.test(tagAt(extraction, last + 1)) ? { first, last } : null;
}

/** The verb of saying that has the date which begins at a place ("|said| on Monday"), with the date's last place; null where there is none. */
export function sayingBefore(
  extraction: Extraction,
  first: number,
): { readonly verb: number; readonly last: number } | null {
  for (const verb of [first - 1, first - 2]) {
    const date = dateBehind(extraction, verb);
    if (date !== null) return { verb, last: date.last };
  }
  return null;
}
