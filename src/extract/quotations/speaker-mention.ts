// Which mention stands for a noun phrase that speaks, and which words name the speaker.
import type { Extraction, Mention, Speaker } from '../../model/extraction.ts';
import { containsSpan, type Span } from '../../model/span.ts';
import { mentionsAround } from '../by-sentence.ts';
import { isAnonymous } from '../chain-index.ts';
import { type NounPhrase, withComplements } from '../noun-phrases.ts';
import { STATEMENT_NOUNS } from '../reporting.ts';
import { childrenBy } from '../tree.ts';
import { isMarkedOwner, lemmaAt, spanOf, tagAt, wordAt } from '../words.ts';

const SPEAKERS = new Set(['Person', 'Organization', 'Group', 'Place', 'CreativeWork', 'Product', 'Role', 'Other']);
/** Who has a text by these has not written it: "a report seen by the Gazette". */
const READ = /^(?:see|read|obtain|review|view|examine|check|verify|cite|quote)$/;

/** The mention for a phrase (by its head, names of people first) and the words that name the speaker. */
export function speakerOf(extraction: Extraction, phrases: readonly NounPhrase[], phrase: NounPhrase): Speaker {
  const mention = mentionFor(extraction, phrase);
  const body = mention === null || isAnonymous(extraction, mention) ? representedBy(extraction, phrases, phrase) : null;
  if (body !== null) {
    const { start, end } = spanOf(extraction, phrase.first, phrase.last);
    return { mention: body.id, text: extraction.document.text.slice(start, Math.max(end, body.end)) };
  }
  if (mention && mention.kind !== 'nominal') {
    return { mention: mention.id, text: extraction.document.text.slice(mention.start, mention.end) };
  }
  const unread = mention?.type === 'Person' ? unreadName(extraction, phrase.head) : null;
  if (mention && unread) return { mention: mention.id, text: extraction.document.text.slice(unread.start, unread.end) };
  const complete = withComplements(extraction, phrases, phrase);
  // "14:50 Hale denies": the hour of a live report.
  const timed =
    tagAt(extraction, complete.first) === 'NUM' && /^\d\d?[:.]\d\d$/.test(wordAt(extraction, complete.first));
  const whole = timed && complete.first < complete.head ? { ...complete, first: complete.first + 1 } : complete;
  const publisher = mention ? null : publisherOf(extraction, phrase);
  const end = publisher ? Math.max(publisher.end, spanOf(extraction, whole.first, whole.last).end) : null;
  const words = mention ?? spanOf(extraction, whole.first, whole.last);
  return {
    mention: mention?.id ?? publisher?.id ?? null,
    text: extraction.document.text.slice(words.start, end ?? words.end),
  };
}

/** "the minister, |Ada Quill|, said": two words that stand like a name are one, also where nobody took them for a name. */
function unreadName(extraction: Extraction, head: number): Span | null {
  for (const beside of childrenBy(extraction, head, 'appos')) {
    const parts = childrenBy(extraction, beside, 'flat');
    const last = parts.at(-1);
    if (last === undefined || beside < head) continue;
    if ([beside, ...parts].every((each) => tagAt(extraction, each) === 'PROPN'))
      return spanOf(extraction, beside, last);
  }
  return null;
}

/** Who stands behind a text: "a CITY GAZETTE report", "a report published by the Gazette". */
function publisherOf(extraction: Extraction, phrase: NounPhrase): Mention | null {
  if (!STATEMENT_NOUNS.has(lemmaAt(extraction, phrase.head)) && !STATEMENT_NOUNS.has(wordAt(extraction, phrase.head)))
    return null;
  const from = extraction.tokens[phrase.first]?.start ?? 0;
  let place = phrase.last + 1;
  while (place < phrase.last + 4 && !/^(?:by|in|from)$/.test(wordAt(extraction, place))) {
    const leads = /^(?:VERB|AUX)$/.test(tagAt(extraction, place)) && !READ.test(lemmaAt(extraction, place));
    if (!leads) return namedIn(extraction, phrase, from, extraction.tokens[phrase.last]?.end ?? from);
    place += 1;
  }
  const linked = /^(?:by|in|from)$/.test(wordAt(extraction, place));
  const until = extraction.tokens[linked ? place + 2 : phrase.last]?.end ?? from;
  return namedIn(extraction, phrase, from, until);
}

const SPOKESPERSON = /^(?:spokesman|spokeswoman|spokesperson)$/;

/** Who speaks through somebody without a name: "a spokesman for |the ministry|", "a |Norair| spokeswoman", "|its| spokesman". */
function representedBy(extraction: Extraction, phrases: readonly NounPhrase[], phrase: NounPhrase): Mention | null {
  const { head, last } = phrase;
  if (!SPOKESPERSON.test(wordAt(extraction, head))) return null;
  const isRepresented = (mention: Mention | null): mention is Mention =>
    mention !== null && /^(?:Organization|Place)$/.test(mention.referent?.type ?? mention.type);
  if (/^(?:for|of)$/.test(wordAt(extraction, last + 1))) {
    const body = phrases.find(({ first }) => first === last + 2);
    const mention = body === undefined ? null : mentionFor(extraction, body);
    return isRepresented(mention) ? mention : null;
  }
  const owner = /^['’]s?$/.test(wordAt(extraction, head - 1)) ? head - 2 : head - 1;
  const pronoun = mentionsAround(extraction, owner).find(
    (mention) => mention.head === owner && mention.kind === 'pronoun',
  );
  const before = nameHolding(extraction, owner) ?? pronoun ?? null;
  return isRepresented(before) ? before : null;
}

function namedIn(extraction: Extraction, phrase: NounPhrase, start: number, end: number): Mention | null {
  const types = new Set(['Organization', 'CreativeWork', 'Person']);
  return (
    mentionsAround(extraction, phrase.head).find(
      (mention) => mention.kind === 'name' && types.has(mention.type) && mention.start >= start && mention.start < end,
    ) ?? null
  );
}

/** Best mention for a noun phrase: its head decides, then names before nominals, people before others, longer before shorter. */
export function mentionFor(extraction: Extraction, phrase: NounPhrase): Mention | null {
  const span = spanOf(extraction, phrase.first, phrase.last);
  const inside = mentionsAround(extraction, phrase.head).filter(
    (mention) => mention.start < span.end && mention.end > span.start && SPEAKERS.has(mention.type),
  );
  const onHead = inside.filter((mention) => mention.head === phrase.head);
  // "|Hale|'s editor" is not Hale.
  const pool =
    onHead.length > 0
      ? onHead
      : inside.filter(
          (mention) => mention.type === 'Person' && mention.kind === 'name' && !isMarkedOwner(extraction, mention),
        );
  const rank = (mention: Mention): number =>
    (mention.kind === 'name' ? 4 : mention.kind === 'pronoun' ? 2 : 0) +
    (mention.type === 'Person' ? 1 : 0) -
    (mention.type === 'Role' ? 1 : 0);
  return pool.reduce<Mention | null>(
    (best, mention) =>
      best === null ||
      rank(mention) > rank(best) ||
      (rank(mention) === rank(best) && mention.end - mention.start > best.end - best.start)
        ? mention
        : best,
    null,
  );
}

/** The name that a token stands in. */
export function nameHolding(extraction: Extraction, place: number): Mention | undefined {
  const token = extraction.tokens[place];
  return mentionsAround(extraction, place).find(
    (mention) => mention.kind === 'name' && token !== undefined && containsSpan(mention, token),
  );
}

/** The last name of a person inside a phrase. */
export function personIn(extraction: Extraction, phrase: NounPhrase): Mention | undefined {
  const span = spanOf(extraction, phrase.first, phrase.last);
  return mentionsAround(extraction, phrase.head).findLast(
    (mention) =>
      mention.start >= span.start && mention.end <= span.end && mention.type === 'Person' && mention.kind === 'name',
  );
}
