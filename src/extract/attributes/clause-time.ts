// Which dates belong to an event or a state, by the tree, and what their prepositions say: since, until, from … to, by, on.
import type { Extraction, Mention, TimeRange } from '../../model/extraction.ts';
import { overlapsSpan, type Span } from '../../model/span.ts';
import { mentionsAround, quotationsAround } from '../by-sentence.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { sayingBefore, sayingLemma } from '../reporting.ts';
import { isPast } from '../tense.ts';
import { childrenBy, headOf, markersOf, predicateOf, relationAt, topOf } from '../tree.ts';
import { timeRangeOf } from '../values/values.ts';
import { lemmaAt, spanOf, tagAt, tokenAfter, wordAt } from '../words.ts';
import { isLight } from './effects.ts';

const LISTS = readLexicon<{ readonly meetings: readonly string[]; readonly events: readonly string[] }>('events');
const EVENTS = new Set([...LISTS.meetings, ...LISTS.events]);
/** Verbs that begin a state, so that their date is its "since", and verbs that end it. */
const BEGINNING =
  /^(?:become|elect|re-elect|appoint|name|nominate|choose|select|crown|install|inaugurate|swear|hire|join|marry|enter|succeed|replace|begin|start|take|assume|move|settle|enrol|enroll|return)$/;
const ENDING =
  /^(?:resign|retire|quit|leave|step|oust|dismiss|sack|fire|remove|depose|divorce|lose|abdicate|withdraw|exit|end|stop)$/;
/** No date hangs deeper below its clause. */
const DEEPEST = 8;
/** Words between an office and the date that closes its apposition. */
const LONGEST_APPOSITION = 14;

/** What kind of statement asks: an event is dated, a state lasts, a number is counted at a time. */
export type Dated = 'event' | 'state' | 'number';

/**
 * When what `place` says happened or held; null where no date belongs to it. The date must stand in the same speech and hang on
 * the same clause: on its verb, on the event's noun, or on what both share.
 */
export function timeOfClause(extraction: Extraction, place: Span, dated: Dated): TimeRange | null {
  const at = deedOf(extraction, place);
  // Of "denied having met" what is dated stands inside the words said, and the denial outside.
  const spot = at === predicateOf(extraction, topOf(extraction, place)) ? place : spanOf(extraction, at, at);
  const times = mentionsAround(extraction, at)
    .filter((mention) => mention.type === 'Time' && inSameSpeech(extraction, mention, spot))
    .filter((mention) => dated !== 'event' || !isOfOffice(extraction, mention, at))
    .flatMap((mention) => {
      const said = sayingOf(extraction, mention);
      const verb = said ?? (closesSubject(extraction, mention, at) ? at : null);
      const anchor =
        verb === null ? anchorOf(extraction, topOf(extraction, mention), at, dated) : verb === at ? at : null;
      const range = anchor === null ? null : timeRangeOf(extraction, mention);
      return anchor !== null && range ? [{ mention, anchor, range, link: linkOf(extraction, mention) }] : [];
    });
  const bounded = boundsOf(extraction, times);
  if (bounded) return bounded;
  const moments = times.filter(({ link }) => link === 'on');
  const nearest = moments.reduce<Found | null>(
    (best, each) => (best === null || gap(each.mention, spot) < gap(best.mention, spot) ? each : best),
    null,
  );
  if (!nearest) return null;
  return dated === 'state' ? turned(extraction, nearest) : nearest.range;
}

/** "denied having |met|", "plans to |visit|": of a chain of verbs the one that is told. */
function deedOf(extraction: Extraction, place: Span): number {
  const last = tokenAfter(extraction, place.end - 1);
  let at = predicateOf(extraction, topOf(extraction, place));
  for (let step = 0; step < DEEPEST; step += 1) {
    const next = childrenBy(extraction, at, 'xcomp').find((each) => at < each && each <= last);
    if (next === undefined || tagAt(extraction, next) !== 'VERB') return at;
    at = next;
  }
  return at;
}

/** "Members of both parties |on Monday| met": between a subject and its verb, whatever the parser hung it on. */
function closesSubject(extraction: Extraction, mention: Mention, at: number): boolean {
  const [first, last] = [tokenAfter(extraction, mention.start), tokenAfter(extraction, mention.end - 1)];
  const next = last + 1;
  const verb = next === at || (headOf(extraction, next) === at && /^(?:aux|cop)$/.test(relationAt(extraction, next)));
  const noun = headOf(extraction, topOf(extraction, mention));
  return (
    verb &&
    wordAt(extraction, first - 1) === 'on' &&
    /^(?:NOUN|PROPN)$/.test(tagAt(extraction, noun)) &&
    relationAt(extraction, topOf(extraction, mention)) === 'nmod'
  );
}

/** "Prices rose, Hale |said| on Monday": the verb of saying right before a date has it, whatever the parser hung it on. */
function sayingOf(extraction: Extraction, mention: Mention): number | null {
  const saying = sayingBefore(extraction, tokenAfter(extraction, mention.start));
  return saying?.last === tokenAfter(extraction, mention.end - 1) ? saying.verb : sayingAround(extraction, mention);
}

/** "“We go,” she |told| reporters in Torva on Monday": nothing but the saying's own words stands between it and a date outside the words said. */
function sayingAround(extraction: Extraction, mention: Mention): number | null {
  if (linkOf(extraction, mention) !== 'on') return null;
  const date = tokenAfter(extraction, mention.start);
  const around = quotationsAround(extraction, date);
  const outside = around.flatMap(({ cue }) => {
    const isSaid = around.some((each) => each.cue?.start === cue?.start && overlapsSpan(each.content, mention));
    return cue === null || cue.end > mention.start || isSaid ? [] : topOf(extraction, cue);
  });
  return outside.findLast((verb) => tagAt(extraction, verb) === 'VERB' && leadsTo(extraction, verb, date)) ?? null;
}

/** No other verb, no clause and no open comma stands between the two. */
function leadsTo({ document, tokens }: Extraction, verb: number, date: number): boolean {
  const between = tokens.slice(verb + 1, date);
  const commas = between.filter(({ start, end }) => document.text.slice(start, end) === ',').length;
  return commas % 2 === 0 && !between.some(({ upos, deprel }) => /^(?:VERB|AUX)$/.test(upos) || deprel === 'mark');
}

/** ", mayor of Torva since 2014, met": a "since" goes with "has met"; with "met" only behind it, with "is met" never. */
function isOfOffice(extraction: Extraction, mention: Mention, at: number): boolean {
  const first = tokenAfter(extraction, mention.start);
  if (isInsideCommas(extraction, first, tokenAfter(extraction, mention.end - 1), at)) return true;
  if (wordAt(extraction, first - 1) !== 'since') return false;
  const auxiliaries = childrenBy(extraction, at, 'aux').map((each) => wordAt(extraction, each));
  if (auxiliaries.some((word) => /^(?:has|have|had|having|'ve|'d)$/.test(word))) return false;
  const past = auxiliaries.length === 0 ? isPast(wordAt(extraction, at), lemmaAt(extraction, at)) : false;
  const behind = mention.start > (extraction.tokens[at]?.start ?? 0);
  return !(behind && (past || auxiliaries.some((word) => /^(?:was|were)$/.test(word))));
}

/** "Norland, a member of the union since 2004, has offered": a noun between the same commas has the date. */
function isInsideCommas(extraction: Extraction, first: number, last: number, at: number): boolean {
  if (!/^(?:since|from|until|till|in)$/.test(wordAt(extraction, first - 1)) || first > at) return false;
  if (wordAt(extraction, last + 1) !== ',') return false;
  let noun = false;
  for (let place = first - 2; place > first - LONGEST_APPOSITION; place -= 1) {
    if (wordAt(extraction, place) === ',') return noun;
    if (/^(?:VERB|AUX|PUNCT)$/.test(tagAt(extraction, place))) return false;
    noun ||= tagAt(extraction, place) === 'NOUN';
  }
  return false;
}

interface Found {
  readonly mention: Mention;
  /** The word that the date dates. */
  readonly anchor: number;
  readonly range: TimeRange;
  readonly link: Link;
}

type Link = 'from' | 'to' | 'on';

/** What the word before a date makes of it; a date inside a pair ("between A and B") takes the side where it stands. */
function linkOf(extraction: Extraction, mention: Mention): Link {
  const first = tokenAfter(extraction, mention.start);
  const word = (back: number): string => wordAt(extraction, first - back);
  const lead = /^(?:the|early|late|mid|about|around)$/.test(word(1)) ? word(2) : word(1);
  if (/^(?:since|from|after|between)$/.test(lead)) return 'from';
  if (/^(?:until|till|to|through|by|before|til)$/.test(lead)) return 'to';
  // "since the protests in March": of the two prepositions the first one bounds, wherever the parser hung the date.
  if (lead === 'in' && isUnderSince(extraction, first - 2)) return 'from';
  // "2010–2014": a dash between two dates.
  if (/^[–—-]$/.test(lead) && /\d{4}$/.test(word(2))) return 'to';
  const after = tokenAfter(extraction, mention.end - 1) + 1;
  if (/^[–—-]$/.test(wordAt(extraction, after)) && /^\d{4}$/.test(wordAt(extraction, after + 1))) return 'from';
  if (lead === 'and') {
    const between = [2, 3, 4, 5, 6].some((back) => word(back) === 'between');
    return between ? 'to' : 'on';
  }
  return 'on';
}

/** "since the |protests|", "since the fall of its |leader|". */
function isUnderSince(extraction: Extraction, noun: number): boolean {
  for (let place = noun, step = 0; place >= 0 && place <= noun && step < DEEPEST; step += 1) {
    if (markersOf(extraction, place) === 'since') return true;
    place = headOf(extraction, place);
  }
  return false;
}

/** "since A", "until B", "from A to B"; null where no date bounds anything. */
function boundsOf(extraction: Extraction, times: readonly Found[]): TimeRange | null {
  const from = times.find(({ link, range }) => link === 'from' && range.from !== null);
  const to = times.find(({ link, mention }) => link === 'to' && (!from || mention.start > from.mention.start));
  if (!from && !to) return null;
  const first = (from ?? to) as Found;
  const last = (to ?? from) as Found;
  const before = tokenAfter(extraction, first.mention.start) - 1;
  const led = /^\p{L}+$/u.test(wordAt(extraction, before));
  const start = led ? (extraction.tokens[before]?.start ?? first.mention.start) : first.mention.start;
  // "from 2010 to 2014" may be one expression already, with both its ends.
  const whole = !to && from && from.range.from !== from.range.to && hasTo(extraction, from.mention);
  return {
    from: from ? (isAfter(extraction, from.mention) ? from.range.to : from.range.from) : null,
    to: whole ? from.range.to : to ? to.range.to : null,
    text: extraction.document.text.slice(start, last.mention.end),
  };
}

function isAfter(extraction: Extraction, mention: Mention): boolean {
  return wordAt(extraction, tokenAfter(extraction, mention.start) - 1) === 'after';
}

function hasTo({ document }: Extraction, mention: Mention): boolean {
  return /\s(?:to|until|till|through|and)\s|[–-]/.test(document.text.slice(mention.start, mention.end));
}

/** "became president in 2010" holds since then, "resigned in 2014" until then. */
function turned(extraction: Extraction, { anchor, range }: Found): TimeRange {
  const lemma = lemmaAt(extraction, anchor);
  if (tagAt(extraction, anchor) !== 'VERB') return range;
  if (BEGINNING.test(lemma)) return { ...range, to: null };
  return ENDING.test(lemma) ? { ...range, from: null } : range;
}

/** The word that a date hangs on, where it also dates `at`; else null. */
function anchorOf(extraction: Extraction, time: number, at: number, dated: Dated): number | null {
  if (dated === 'state' && closesApposition(extraction, time, at)) return at;
  let here = time;
  for (let step = 0; step < DEEPEST; step += 1) {
    const head = headOf(extraction, here);
    if (head < 0) return null;
    if (head === at || predicateOf(extraction, head) === at) return head;
    if (isVerbal(extraction, head)) return sharesClause(extraction, head, at, time, dated) ? head : null;
    if (EVENTS.has(lemmaAt(extraction, head)) || EVENTS.has(wordAt(extraction, head))) {
      const carried = relationAt(extraction, head) === 'obj' && headOf(extraction, head) === at;
      return carried && isLight(extraction, at) ? head : null;
    }
    if (/^(?:nsubj|acl|advcl|appos|ccomp|csubj)$/.test(relationAt(extraction, head))) return null;
    here = head;
  }
  return null;
}

/** ", president of Norland from 2010 to 2014, died": nothing stands between the office and its date, wherever the parser hung it. */
function closesApposition(extraction: Extraction, time: number, at: number): boolean {
  if (relationAt(extraction, at) !== 'appos' || at > time || time - at > LONGEST_APPOSITION) return false;
  for (let place = at + 1; place < time; place += 1)
    if (
      /^(?:PUNCT|VERB|AUX)$/.test(tagAt(extraction, place)) &&
      !/^[–-]$/.test(wordAt(extraction, place)) &&
      !opensYears(extraction, place)
    )
      return false;
  return true;
}

/** The comma of "(president of Norland, 2010–2014)". */
function opensYears(extraction: Extraction, comma: number): boolean {
  return (
    wordAt(extraction, comma) === ',' &&
    /^\d{4}$/.test(wordAt(extraction, comma + 1)) &&
    /^[–—)-]$/.test(wordAt(extraction, comma + 2))
  );
}

function isVerbal(extraction: Extraction, index: number): boolean {
  return tagAt(extraction, index) === 'VERB' || childrenBy(extraction, index, 'cop').length > 0;
}

/** Does a date of the clause of `verb` hold for `at` too? */
function sharesClause(extraction: Extraction, verb: number, at: number, time: number, dated: Dated): boolean {
  const governor = headOf(extraction, at);
  const relation = relationAt(extraction, at);
  if (dated === 'number') return isWithin(extraction, at, verb);
  if (relation === 'conj')
    // "On Monday A met B and visited C": what opens the sentence is said of both.
    return (
      governor === verb && time < verb && childrenBy(extraction, at, 'nsubj').length === 0 && !hasTime(extraction, at)
    );
  if (governor !== verb) return false;
  // "on Tuesday denied having left", "decided to leave": the deed itself has another day.
  if (relation === 'xcomp' && isApart(extraction, verb)) return time > at;
  if (relation === 'xcomp') return isVerbal(extraction, at) ? time > at || time < verb : true;
  if (dated === 'state') return relation === 'obl' && markersOf(extraction, at) === 'as';
  return (relation === 'obj' || relation === 'nsubj') && isLight(extraction, verb)
    ? true
    : relation === 'obl' && /^(?:for|in|during|at|after)$/.test(markersOf(extraction, at));
}

/** Verbs of saying and deciding: what they open lies before or ahead. */
function isApart(extraction: Extraction, verb: number): boolean {
  return (
    sayingLemma(extraction, verb) !== null ||
    /^(?:decide|agree|choose|resolve|offer|threaten|refuse|decline|undertake|commit)$/.test(lemmaAt(extraction, verb))
  );
}

/** A counted noun anywhere below the verb, no other verb between. */
function isWithin(extraction: Extraction, at: number, verb: number): boolean {
  let here = at;
  for (let step = 0; step < DEEPEST && here >= 0; step += 1) {
    if (here === verb) return true;
    if (here !== at && isVerbal(extraction, here)) return false;
    here = headOf(extraction, here);
  }
  return false;
}

function hasTime(extraction: Extraction, at: number): boolean {
  return mentionsAround(extraction, at).some(
    (mention) => mention.type === 'Time' && headOf(extraction, topOf(extraction, mention)) === at,
  );
}

function gap(left: Span, right: Span): number {
  return left.end <= right.start ? right.start - left.end : Math.max(0, left.start - right.end);
}

function inSameSpeech(extraction: Extraction, time: Span, place: Span): boolean {
  const inside = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;
  return quotationsAround(extraction, tokenAfter(extraction, place.start)).every(
    ({ content }) => inside(content, time) === inside(content, place),
  );
}
