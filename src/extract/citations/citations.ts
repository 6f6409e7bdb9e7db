// The step that finds stated dependence on an outlet ("via …", "according to …", "told …"): who copied or cites whom (design §7).
import { type Citation, type Extraction, type Mention, withLayers } from '../../model/extraction.ts';
import { compareSpans, overlapsSpan, type Span } from '../../model/span.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import type { Step } from '../step.ts';
import { lemmaAt, tagAt, tokenAfter, wordAt } from '../words.ts';

interface Outlets {
  readonly nameWords: readonly string[];
  readonly reportNouns: readonly string[];
  readonly reportVerbs: readonly string[];
  readonly passiveVerbs: readonly string[];
}

const LISTS = readLexicon<Outlets>('outlets');
const NAME_WORDS = new Set(LISTS.nameWords);
const REPORT_NOUNS = new Set(LISTS.reportNouns);
const REPORT_VERBS = new Set(LISTS.reportVerbs);
const PASSIVE_VERBS = new Set(LISTS.passiveVerbs);
/** How broadcasters and agencies shorten their names: … Broadcasting Company, … News Network, … Television, … France/Press. */
const ACRONYM = /^[A-Z]{0,3}(?:BC|BS|NN|TV|FP|PR)$/;
const OUTLET_TYPES = new Set(['Organization', 'CreativeWork', 'Product', 'Other']);
const LONGEST_NAME = 6;

/** A capitalised name at a place of the text, with its mention where an earlier step made one. */
interface Name extends Span {
  readonly first: number;
  readonly last: number;
  readonly mention: Mention | null;
}

/** `sure`: the words leave no doubt ("via X"); else the name itself must look like an outlet's. */
interface Candidate {
  readonly name: Name;
  readonly sure: boolean;
}

/** Citations in reading order, one a place. `text` and `span` are the outlet's name, without its article. */
export const citationsStep: Step = {
  name: 'citations@1',
  requires: ['tokens', 'sentences', 'tags', 'mentions'],
  assigns: ['citations'],
  run(extraction) {
    return withLayers(extraction, { citations: [...extraction.citations, ...citationsOf(extraction)] });
  },
};

function citationsOf(extraction: Extraction): Citation[] {
  const { text } = extraction.document;
  const names = namesByFirstToken(extraction);
  const candidates = extraction.tokens.flatMap((token) => readCandidate(extraction, names, token.index));
  const sure = new Set(
    candidates.filter((each) => each.sure).map((each) => text.slice(each.name.start, each.name.end)),
  );
  const found = new Map<number, Citation>();
  for (const { name, sure: certain } of candidates) {
    const surface = text.slice(name.start, name.end);
    if (!certain && !sure.has(surface) && !looksLikeOutlet(surface, name.mention)) continue;
    found.set(name.start, {
      span: { start: name.start, end: name.end },
      text: surface,
      mention: name.mention?.id ?? null,
    });
  }
  const all = [...found.values()].sort((left, right) => compareSpans(left.span, right.span));
  return all.filter((each, place) => !all.some((other, index) => index < place && overlapsSpan(other.span, each.span)));
}

function namesByFirstToken(extraction: Extraction): ReadonlyMap<number, Mention> {
  const names = new Map<number, Mention>();
  for (const mention of extraction.mentions) {
    if (mention.kind !== 'name') continue;
    const first = tokenAfter(extraction, mention.start);
    const known = names.get(first);
    if (!known || known.end < mention.end) names.set(first, mention);
  }
  return names;
}

/** A name that looks like an outlet's by its words or its acronym. People and places never do. */
function looksLikeOutlet(surface: string, mention: Mention | null): boolean {
  if (mention && !OUTLET_TYPES.has(mention.type)) return false;
  return (
    ACRONYM.test(surface) ||
    surface
      .toLowerCase()
      .split(/\s+/)
      .some((word) => NAME_WORDS.has(word))
  );
}

function readCandidate(extraction: Extraction, names: ReadonlyMap<number, Mention>, index: number): Candidate[] {
  const word = wordAt(extraction, index);
  const before = wordAt(extraction, index - 1);
  const at = (place: number, sure: boolean): Candidate[] => {
    const name = nameAt(extraction, names, place);
    if (!name) return [];
    const type = name.mention?.type;
    if (type === 'Person' || type === 'Place' || type === 'Group') return [];
    return [{ name, sure }];
  };
  if (word === 'via' || word === 'per' || word === 'source') {
    const opens =
      before === '(' || before === '[' || before === '' || startsLine(extraction, index) || word === 'source';
    const colon = wordAt(extraction, index + 1) === ':' ? 1 : 0;
    return word === 'source' && colon === 0 ? [] : at(index + 1 + colon, opens);
  }
  if (word === 'according' && wordAt(extraction, index + 1) === 'to') return at(index + 2, false);
  if ((word === 'told' || word === 'tells') && before !== 'was') return at(index + 1, false);
  if (REPORT_NOUNS.has(lemmaAt(extraction, index)))
    return [...afterReport(extraction, index, at), ...modifier(extraction, names, index)];
  if (word === 'with' && /^(?:interview|interviews)$/.test(before)) return at(index + 1, false);
  if (word === 'by' && PASSIVE_VERBS.has(lemmaAt(extraction, index - 1)) && tagAt(extraction, index - 1) === 'VERB') {
    return at(index + 1, /^(?:reported|published|quoted)$/.test(before));
  }
  if (word === '(' && wordAt(extraction, index + 2) === ')' && /^[-–—]/.test(wordAt(extraction, index + 3)))
    return at(index + 1, true);
  return reportingSubject(extraction, names, index);
}

function startsLine(extraction: Extraction, index: number): boolean {
  const token = extraction.tokens[index];
  const sentence = extraction.sentences[token?.sentence ?? -1];
  return sentence?.firstToken === index;
}

/** "a report (that was) published by X", "a piece in X", "an article from X". */
function afterReport(
  extraction: Extraction,
  index: number,
  at: (place: number, sure: boolean) => Candidate[],
): Candidate[] {
  let place = index + 1;
  while (
    place < index + 5 &&
    /^(?:that|which|was|been|has|published|aired|released|posted|carried|yesterday|today)$/.test(
      wordAt(extraction, place),
    )
  )
    place += 1;
  return /^(?:by|in|from|on)$/.test(wordAt(extraction, place))
    ? at(place + 1, wordAt(extraction, place) === 'by' && place > index + 1)
    : [];
}

/** "a Gazette report": the longest name that ends just before the noun. */
function modifier(extraction: Extraction, names: ReadonlyMap<number, Mention>, index: number): Candidate[] {
  let best: Name | null = null;
  for (let first = index - 1; first >= Math.max(0, index - LONGEST_NAME); first -= 1) {
    if (tagAt(extraction, first) === 'VERB' || tagAt(extraction, first) === 'PUNCT') break;
    const name = tagAt(extraction, first) === 'DET' ? null : nameAt(extraction, names, first);
    const owns = name?.last === index - 2 && wordAt(extraction, index - 1) === "'s";
    if (name && (name.last === index - 1 || owns)) best = name;
  }
  return best ? [{ name: best, sure: false }] : [];
}

/** "The X reported": the name is the subject of a verb of reporting. */
function reportingSubject(extraction: Extraction, names: ReadonlyMap<number, Mention>, index: number): Candidate[] {
  const name =
    names.has(index) || (tagAt(extraction, index) === 'PROPN' && tagAt(extraction, index - 1) !== 'PROPN')
      ? nameAt(extraction, names, index)
      : null;
  if (!name) return [];
  let verb = name.last + 1;
  while (/^(?:has|had|have|also|first|earlier|later)$/.test(wordAt(extraction, verb))) verb += 1;
  if (tagAt(extraction, verb) !== 'VERB' || !REPORT_VERBS.has(lemmaAt(extraction, verb))) return [];
  const type = name.mention?.type;
  return type === 'Person' || type === 'Place' || type === 'Group' ? [] : [{ name, sure: false }];
}

/** The name that begins at `place`, its article skipped: a mention, or else a run of capitalised words. */
function nameAt(extraction: Extraction, names: ReadonlyMap<number, Mention>, place: number): Name | null {
  const { text } = extraction.document;
  const article = tagAt(extraction, place) === 'DET' && !names.has(place) ? 1 : 0;
  const first = place + article;
  const mention = names.get(first);
  if (mention) {
    const last = tokenAfter(extraction, mention.end - 1);
    // "the Torva Gazette", where only the last word was taken for the name.
    let opener = first;
    while (
      NAME_WORDS.has(wordAt(extraction, last)) &&
      first - opener < LONGEST_NAME &&
      isCapitalisedInside(extraction, opener - 1)
    )
      opener -= 1;
    if (opener < first)
      return {
        first: opener,
        last,
        start: extraction.tokens[opener]?.start ?? mention.start,
        end: mention.end,
        mention,
      };
    const article = startsLine(extraction, first) ? /^the\s/i : /^the\s/;
    const inner = article.exec(text.slice(mention.start, mention.end))?.[0].length ?? 0;
    // "(per The Gazette)": inside a sentence a capital article is part of the name.
    const before = extraction.tokens[first - 1];
    const titled =
      before &&
      wordAt(extraction, first - 1) === 'the' &&
      /^T/.test(text.slice(before.start, before.end)) &&
      !startsLine(extraction, first - 1);
    const end =
      NAME_WORDS.has(wordAt(extraction, last + 1)) && isCapitalised(extraction, last + 1)
        ? (extraction.tokens[last + 1]?.end ?? mention.end)
        : mention.end;
    return { first, last, start: titled ? before.start : mention.start + inner, end, mention };
  }
  let last = first - 1;
  while (last - first < LONGEST_NAME && isCapitalised(extraction, last + 1)) last += 1;
  const [head, tail] = [extraction.tokens[first], extraction.tokens[last]];
  return head && tail && last >= first ? { first, last, start: head.start, end: tail.end, mention: null } : null;
}

function isCapitalised(extraction: Extraction, index: number): boolean {
  const token = extraction.tokens[index];
  return token?.upos === 'PROPN' && /^\p{Lu}/u.test(extraction.document.text.slice(token.start, token.end));
}

/** A capital letter inside a sentence, whatever the tagger made of the word; articles excluded. */
function isCapitalisedInside(extraction: Extraction, index: number): boolean {
  const token = extraction.tokens[index];
  if (!token || startsLine(extraction, index) || !/^(?:PROPN|NOUN|ADJ|X)$/.test(token.upos)) return false;
  return /^\p{Lu}/u.test(extraction.document.text.slice(token.start, token.end));
}
