// Indirect speech over the tree: "X said that …", "…, X said", "according to X, …", "as X put it", "X's claim that …".

import type { Extraction, Quotation, Sentence } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import { VERDICT } from '../judgements.ts';
import type { NounPhrase } from '../noun-phrases.ts';
import {
  dateBehind,
  FINDING,
  isHearing,
  QUOTE_ONLY,
  SPEAKER_NOUNS,
  STATEMENT_NOUNS,
  sayingLemma,
} from '../reporting.ts';
import { childrenBy, childrenOf, fullRelationAt, headOf, markersOf, relationAt, stretchOf } from '../tree.ts';
import { lemmaAt, spanOf, tagAt, wordAt } from '../words.ts';
import {
  type Content,
  contentOf,
  contentOfNoun,
  LONGEST_BETWEEN,
  without,
  withoutMarker,
  withSubject,
} from './content-of-saying.ts';
import type { Marked } from './find-marks.ts';
import { introducedBefore, ownerAt, phraseAt, subjectPhrase } from './find-speaker.ts';
import { mentionFor, speakerOf } from './speaker-mention.ts';

/** Words that tell of the saying, not of what is said: "Hale said, according to the Gazette". */
const ASIDE = /^(?:according|citing|quoting|adding|per|via|who|as|after|when|while)$/;
/** A stretch of fewer words is no statement ("he said so"). */
const SHORTEST = 2;

/** Indirect quotations of a sentence. `marked`: the quotations in marks, whose borders speech does not cross from inside. */
export function findIndirect(
  extraction: Extraction,
  sentence: Sentence,
  phrases: readonly NounPhrase[],
  marked: readonly Marked[],
): Quotation[] {
  const found: Quotation[] = [];
  for (let index = sentence.firstToken; index <= sentence.lastToken; index += 1) {
    const said = saidAt(extraction, phrases, index);
    if (!said || isOutside(extraction, marked, index, said.source)) continue;
    for (const part of aroundCue(extraction, index, said)) {
      const content = clip(extraction, sentence, marked, index, part);
      if (content)
        found.push({ content, direct: false, cue: said.cue, speaker: speakerOf(extraction, phrases, said.source) });
    }
  }
  return found;
}

/** Words inside marks are not said by somebody outside them with a verb inside: "Quill said: “Believe what you see.”" */
function isOutside(extraction: Extraction, marked: readonly Marked[], cue: number, { head }: NounPhrase): boolean {
  const place = extraction.tokens[cue]?.start ?? 0;
  const source = extraction.tokens[head]?.start ?? 0;
  return marked.some((each) => each.start <= place && place < each.end && !(each.start <= source && source < each.end));
}

/** "Prices rose, |she wrote|, and wages fell": two parts, unlike "The bridge, engineers said, was safe", where the first says nothing alone. */
function aroundCue(extraction: Extraction, cue: number, { source, content }: Said): Content[] {
  const { first, last } = content;
  if (source.first <= first || cue <= source.first || cue >= last) return [content];
  for (let place = first; place < source.first; place += 1)
    if (/^(?:VERB|AUX)$/.test(tagAt(extraction, place)))
      return [
        { first, last: source.first - 1 },
        { first: cue + 1, last },
      ];
  return [content];
}

interface Said {
  readonly cue: Span;
  readonly source: NounPhrase;
  readonly content: Content;
}

function saidAt(extraction: Extraction, phrases: readonly NounPhrase[], index: number): Said | null {
  if (wordAt(extraction, index) === 'according') return accordingAt(extraction, phrases, index);
  if (wordAt(extraction, index) === ':') return afterColon(extraction, phrases, index);
  const lemma =
    sayingLemma(extraction, index) ?? (FINDING.test(lemmaAt(extraction, index)) ? lemmaAt(extraction, index) : null);
  if (lemma !== null) {
    const closing = closingAt(extraction, phrases, index);
    if (closing) return closing;
    const content =
      QUOTE_ONLY.has(lemma) && !(lemma === 'recall' && wordAt(extraction, index + 1) === 'that')
        ? null
        : contentOf(extraction, index, lemma);
    if (content && sayingLemma(extraction, index) === null && !isFound(extraction, index, content)) return null;
    const source = content && sourceOf(extraction, phrases, index);
    if (source && isHeading(extraction, source)) return null;
    return content && source
      ? {
          cue: spanOf(extraction, index, index),
          source,
          content: besideCue(
            extraction,
            index,
            source,
            behindHearer(extraction, phrases, index, withSubject(extraction, phrases, index, content)),
          ),
        }
      : null;
  }
  return putAt(extraction, phrases, index) ?? nounAt(extraction, phrases, index);
}

/** What is found, shown or determined is a statement: "determine whether they left" asks, "showing a ship leaving" tells of a film. */
function isFound(extraction: Extraction, verb: number, { first, last }: Content): boolean {
  for (let place = Math.min(verb + 1, first); place <= first; place += 1)
    if (/^(?:whether|if)$/.test(wordAt(extraction, place))) return false;
  for (let place = first; place <= last; place += 1)
    if (/^(?:VERB|AUX)$/.test(tagAt(extraction, place)) && !/^(?:amod|acl|csubj)$/.test(relationAt(extraction, place)))
      return !/ing$/.test(wordAt(extraction, place));
  // "was found |guilty of fraud|": a verdict, which nobody says by it.
  for (let place = first; place <= last; place += 1) if (VERDICT.test(wordAt(extraction, place))) return false;
  return true;
}

/** "The port will close, |his chief of staff, Amy Lund, said|": what stands before the speaker is said, and the description is no part of it. */
function closingAt(extraction: Extraction, phrases: readonly NounPhrase[], verb: number): Said | null {
  const floor = extraction.sentences[extraction.tokens[verb]?.sentence ?? -1]?.firstToken ?? verb;
  const introduced = introducedBefore(extraction, phrases, verb, floor);
  const clause = introduced && childrenBy(extraction, verb, 'ccomp').find((each) => each < introduced.first);
  // "In a letter dated Monday, the minister, Ada Quill, wrote |that| they had left"
  if (!introduced || clause == null || wordAt(extraction, verb + 1) === 'that') return null;
  const content = { ...withoutMarker(extraction, clause), last: introduced.first - 2 };
  return content.first < content.last
    ? { cue: spanOf(extraction, verb, verb), source: introduced.name, content }
    : null;
}

/** "Mayor: port will close", "Quill: We never knew.": who opens the line or the headline says the rest. */
function afterColon(extraction: Extraction, phrases: readonly NounPhrase[], colon: number): Said | null {
  const sentence = extraction.sentences[extraction.tokens[colon]?.sentence ?? -1];
  const source = phrases.find((phrase) => phrase.first === sentence?.firstToken && phrase.last === colon - 1);
  if (!sentence || !source || !/^(?:Person|Organization)$/.test(mentionFor(extraction, source)?.type ?? 'Person'))
    return null;
  const rest = { first: colon + 1, last: sentence.lastToken };
  let predicates = false;
  for (let place = rest.first; place <= rest.last; place += 1)
    predicates ||= /^(?:VERB|AUX)$/.test(tagAt(extraction, place));
  return predicates && canSpeak(extraction, source)
    ? { cue: spanOf(extraction, colon, colon), source, content: rest }
    : null;
}

/** "In X's words, …", "As X put it, …": the clause around it is what X says. */
function putAt(extraction: Extraction, phrases: readonly NounPhrase[], index: number): Said | null {
  const word = wordAt(extraction, index);
  const owner = word === 'words' ? childrenBy(extraction, index, 'nmod:poss')[0] : undefined;
  const spoken = owner !== undefined && markersOf(extraction, index) === 'in';
  const put = word === 'put' && wordAt(extraction, index + 1) === 'it' && markersOf(extraction, index) === 'as';
  if (!spoken && !put) return null;
  const source = spoken ? ownerAt(extraction, phrases, owner) : subjectPhrase(extraction, phrases, index);
  const clause = headOf(extraction, index);
  const content = clause < 0 ? null : without(extraction, stretchOf(extraction, clause), stretchOf(extraction, index));
  return source && content && { cue: spanOf(extraction, index, index), source, content };
}

/** "What Norland says: …" heads a part of the text. */
function isHeading(extraction: Extraction, source: NounPhrase): boolean {
  return wordAt(extraction, source.first - 1) === 'what';
}

/** What is said does not hold the saying itself, however the parser hung the two: it stands behind "that", or before the speaker. */
function besideCue(extraction: Extraction, cue: number, source: NounPhrase, { first, last }: Content): Content {
  // "said |that| would be the last resort": a pronoun, and part of what is said.
  const isThat = (place: number): boolean =>
    wordAt(extraction, place) === 'that' &&
    place < last &&
    !(relationAt(extraction, place) === 'nsubj' && tagAt(extraction, place + 1) === 'AUX');
  if (first <= cue && cue <= last) {
    // "The bridge, engineers said, was never safe": what goes on behind the saying is said too.
    const goesOn = wordAt(extraction, cue + 1) === ',' && !ASIDE.test(wordAt(extraction, cue + 2)) && cue + 2 < last;
    if (goesOn && source.first > first && source.first < cue) return { first, last };
    if (isThat(cue + 1)) return { first: cue + 2, last };
    return { first, last: Math.min(cue, source.first > first ? source.first : cue) - 1 };
  }
  // "said on Monday it had left": the date is that of the saying.
  const date = dateBehind(extraction, cue);
  const start = date !== null && first > cue ? Math.max(first, date.last + 1) : first;
  return { first: isThat(start) && start <= (date?.last ?? cue) + 1 ? start + 1 : start, last };
}

/** "told |the BBC| she would resign": who hears it stands between the verb and a subject, whatever the parser hung it on. */
function behindHearer(
  extraction: Extraction,
  phrases: readonly NounPhrase[],
  verb: number,
  { first, last }: Content,
): Content {
  if (!HEARD.test(lemmaAt(extraction, verb)) || first !== verb + 1) return { first, last };
  const hearer = phrases.find((phrase) => phrase.first === first);
  let next = (hearer?.last ?? last) + 1;
  // "told reporters |in Torva| the port would close"
  while (tagAt(extraction, next) === 'ADP') {
    const phrase = phrases.find((each) => each.first === next + 1);
    if (!phrase) return { first, last };
    next = phrase.last + 1;
  }
  const subject = phrases.find((phrase) => phrase.first === next);
  const behind = subject?.last ?? (tagAt(extraction, next) === 'PRON' ? next : last);
  const opensClause = behind < last && /^(?:VERB|AUX)$/.test(tagAt(extraction, behind + 1));
  return hearer && opensClause ? { first: next, last } : { first, last };
}

const HEARD = /^(?:tell|inform|assure|remind|notify|warn)$/;

/** The subject; of a passive only its agent ("it was reported by X that"), since "the groups were told that" hears. */
function sourceOf(extraction: Extraction, phrases: readonly NounPhrase[], verb: number): NounPhrase | null {
  const quoted = quotedBefore(extraction, phrases, verb);
  if (quoted) return quoted;
  if (!isHearing(extraction, verb)) return subjectPhrase(extraction, phrases, verb);
  const agent = childrenOf(extraction, verb).find((each) => fullRelationAt(extraction, each) === 'obl:agent');
  return agent === undefined ? null : phraseAt(extraction, phrases, agent);
}

/** "Norland TV quoted |Hale| as saying", "|Hale| was quoted by the agency as saying": the one whose words are passed on. */
function quotedBefore(extraction: Extraction, phrases: readonly NounPhrase[], verb: number): NounPhrase | null {
  if (!/^(?:saying|telling|warning|adding)$/.test(wordAt(extraction, verb)) || wordAt(extraction, verb - 1) !== 'as')
    return null;
  for (let place = verb - 2; place > verb - LONGEST_BETWEEN * 2; place -= 1) {
    if (!/^(?:quoted|cited|quotes|cites|quoting|citing|quote|cite)$/.test(wordAt(extraction, place))) continue;
    if (wordAt(extraction, verb - 2) === wordAt(extraction, place) || wordAt(extraction, place + 1) === 'by')
      return subjectPhrase(extraction, phrases, place);
    return phrases.find((phrase) => phrase.first === place + 1) ?? phraseAt(extraction, phrases, place + 1);
  }
  return null;
}

/** "according to X": the clause around it is what X says, the phrase itself left out. */
function accordingAt(extraction: Extraction, phrases: readonly NounPhrase[], index: number): Said | null {
  if (wordAt(extraction, index + 1) !== 'to') return null;
  const noun = relationAt(extraction, index) === 'case' ? headOf(extraction, index) : -1;
  const source = phraseAt(extraction, phrases, noun) ?? phrases.find((phrase) => phrase.first === index + 2);
  if (!source || !canSpeak(extraction, source)) return null;
  const clause = clauseAbove(extraction, noun < 0 ? source.head : noun, index);
  if (clause === null) return null;
  const content = without(
    extraction,
    stretchOf(extraction, clause, ['parataxis']),
    stretchOf(extraction, noun < 0 ? source.head : noun),
  );
  return content && { cue: spanOf(extraction, index, index + 1), source, content };
}

/** The predicate that the phrase belongs to; `cue`: its first word. */
function clauseAbove(extraction: Extraction, index: number, cue: number): number | null {
  let at = headOf(extraction, index);
  for (let step = 0; at >= 0 && step < 20; step += 1) {
    const relation = relationAt(extraction, at);
    // The source of a sentence stands at its rim, wherever the parser hung it; only reported speech keeps it inside.
    const saying = headOf(extraction, at);
    // "“Norland left,” Hale said, according to the Gazette": behind the saying it is no part of what he said.
    const behind = relation === 'ccomp' && at < saying && saying < cue;
    if (/^(?:root|ccomp|parataxis|csubj)$/.test(relation) && !behind) return at;
    at = saying;
  }
  return null;
}

/** "X's claim that …", "a warning by X that …". */
function nounAt(extraction: Extraction, phrases: readonly NounPhrase[], index: number): Said | null {
  const clause = contentOfNoun(extraction, index);
  if (clause === undefined) return null;
  const owner = childrenBy(extraction, index, 'nmod').find(
    (each) => fullRelationAt(extraction, each) === 'nmod:poss' || /^(?:by|from)$/.test(markersOf(extraction, each)),
  );
  const source = owner === undefined ? null : ownerAt(extraction, phrases, owner);
  if (!source) return null;
  return { cue: spanOf(extraction, index, index), source, content: withoutMarker(extraction, clause) };
}

/** The content as a span: inside the sentence and inside the marks that the cue stands in, no marks of the sentence at its end. */
function clip(
  extraction: Extraction,
  sentence: Sentence,
  marked: readonly Marked[],
  cue: number,
  { first, last }: Content,
): Span | null {
  const { text } = extraction.document;
  if (last - first + 1 < SHORTEST) return null;
  // "…, adding that the port would close": what the parser took from the next saying.
  const opening = tagAt(extraction, first) === 'PUNCT' ? first + 1 : first;
  // "The mayor went further: trains should stop, she said."
  const colon = last < cue ? lastColon(extraction, first, last) : null;
  // "Nor had they left, he said": the denial is part of what is said, although it may hang on the saying.
  const nor = opening - 1 === sentence.firstToken && opening < cue && wordAt(extraction, opening - 1) === 'nor';
  if (/ing$/.test(wordAt(extraction, opening)) && opening !== cue && sayingLemma(extraction, opening) !== null)
    return null;
  const place = extraction.tokens[cue]?.start ?? 0;
  const around = marked.find((each) => each.start <= place && place < each.end);
  const said = isMarkOfAll(extraction, opening, last) ? opening + 1 : first;
  const whole = spanOf(extraction, colon !== null ? colon + 1 : nor ? opening - 1 : said, last);
  let start = Math.max(whole.start, around?.start ?? 0, sentence.start);
  const next = nextSaying(extraction, cue, first, last);
  let end = Math.min(whole.end, around?.end ?? text.length, sentence.end, next ?? text.length);
  while (start < end && /[\s.,;:!?—–"“”-]/.test(text[start] ?? '')) start += 1;
  while (end > start && /[\s.,;:!?—–-]/.test(text[end - 1] ?? '')) end -= 1;
  return end - start > 1 ? { start, end } : null;
}

/** "according to Hale |that| the port will close": the mark of all that is said, unlike "that it closes is clear" and "that was a lie". */
function isMarkOfAll(extraction: Extraction, place: number, last: number): boolean {
  const above = headOf(extraction, headOf(extraction, place));
  return (
    wordAt(extraction, place) === 'that' && tagAt(extraction, place) === 'SCONJ' && !(place < above && above <= last)
  );
}

/** Where ", saying", ", adding that" of the same speaker or the source of the saying begins inside a content; null where neither does. */
function nextSaying(extraction: Extraction, cue: number, first: number, last: number): number | null {
  for (let place = Math.max(first, cue) + SHORTEST; place < last; place += 1) {
    // "said that it left, according to an aide"
    if (place > cue && wordAt(extraction, place) === ',' && wordAt(extraction, place + 1) === 'according')
      return extraction.tokens[place]?.start ?? null;
    const participle = /ing$/.test(wordAt(extraction, place)) && sayingLemma(extraction, place) !== null;
    if (participle && wordAt(extraction, place - 1) === ',') return extraction.tokens[place - 1]?.start ?? null;
  }
  return null;
}

/** The place of the last colon before the saying, with a clause of its own behind it. */
function lastColon(extraction: Extraction, first: number, last: number): number | null {
  for (let place = last - SHORTEST; place > first; place -= 1) if (wordAt(extraction, place) === ':') return place;
  return null;
}

/** A name, a person or a text: "according to its own plans" is nobody's speech. */
function canSpeak(extraction: Extraction, phrase: NounPhrase): boolean {
  const forms = [lemmaAt(extraction, phrase.head), wordAt(extraction, phrase.head)];
  return (
    forms.some((form) => SPEAKER_NOUNS.has(form) || STATEMENT_NOUNS.has(form)) ||
    mentionFor(extraction, phrase) !== null
  );
}
