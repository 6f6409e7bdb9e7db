// Extractions by hand: a text with its mentions marked in place, so that tests of this room need no extractor.
import { bareDocument, type Document } from '../../src/model/document.ts';
import type { Extraction, Literal, Mention, MentionKind, Relation } from '../../src/model/extraction.ts';
import { type MentionId, makeId } from '../../src/model/id.ts';

/**
 * Marks are `[surface|Type]`, with anything of: `#chain`, `/pronoun` or `/nominal`, `>Referent`, `@wikidata:Q1`, `=120000 troops`.
 * `[Hale|Person#1]`, `[German|Place>Germany@wikidata:Q183]`, `[over 90|Quantity=90 troops]`. Marks may hold marks.
 */
export interface Marked {
  readonly text: string;
  readonly document?: Partial<Document>;
  /** `subject -TYPE predicate-> object`; the nth mention of a surface as `surface~n` (from 1); options after ` ;`. */
  readonly relations?: readonly string[];
  /** Surfaces of cited outlets. */
  readonly cites?: readonly string[];
}

interface Found {
  readonly mention: Mention;
  readonly chain: string | null;
  readonly surface: string;
}

/** An extraction of a marked text; sentences end with a full stop and a space. */
export function markText({ text: marked, document: fields = {}, relations = [], cites = [] }: Marked): Extraction {
  const { text, marks } = unmark(marked);
  const id = makeId('document', text, fields.publisher ?? null, fields.source ?? null);
  const document = bareDocument(text, { id, source: 'marked.txt', ...fields });
  const found = marks.map((mark) => readMark(mark, document));
  const sentences = [...text.matchAll(/[^.\n]+(?:\.(?!\s|$)[^.\n]*)*\.?/g)].map((match, index) => ({
    ...{ start: match.index, end: match.index + match[0].length, index, firstToken: 0, lastToken: 0 },
  }));
  const chains = new Map<string, MentionId[]>();
  for (const { chain, mention } of found) if (chain) chains.set(chain, [...(chains.get(chain) ?? []), mention.id]);
  const extraction: Extraction = {
    ...{ document, sentences, tokens: [], quotations: [], facts: [] },
    mentions: found.map(({ mention }) => mention),
    chains: [...chains.values()].map((mentionIds) => ({
      ...{ id: makeId('chain', ...mentionIds), mentionIds, score: 0.9, by: 'marked@1' },
    })),
    citations: cites.map((outlet) => {
      const start = text.indexOf(outlet);
      return { span: { start, end: start + outlet.length }, text: outlet, mention: null };
    }),
    relations: relations.map((line) => readRelation(line, found, text, sentences)),
  };
  return extraction;
}

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly tag: string;
}

function unmark(marked: string): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  const open: number[] = [];
  let text = '';
  for (let at = 0; at < marked.length; at += 1) {
    if (marked[at] === '[') open.push(text.length);
    else if (marked[at] === '|') {
      const close = marked.indexOf(']', at);
      marks.push({ start: open.pop() ?? 0, end: text.length, tag: marked.slice(at + 1, close) });
      at = close;
    } else text += marked[at];
  }
  return { text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) };
}

function readMark({ start, end, tag }: Mark, document: Document): Found {
  const [, type = 'Other', rest = ''] = /^(\w+)(.*)$/.exec(tag) ?? [];
  const part = (sign: string) => new RegExp(`${sign}([^#/>@=]+)`).exec(rest)?.[1] ?? null;
  const sameAs = /@(wikidata:Q\d+)/.exec(rest)?.[1] ?? null;
  const name = part('>');
  const value = part('=');
  const literal: Literal | null =
    value === null
      ? null
      : {
          type: type as Literal['type'],
          value: type === 'Time' ? value : Number(value.split(' ')[0]),
          unit: type === 'Time' ? null : (value.split(' ')[1] ?? null),
          text: document.text.slice(start, end),
        };
  const mention: Mention = {
    // There are no tokens: mentions that end together have one head.
    ...{ id: makeId('mention', document.id, start, end, type, 'marked@1'), start, end, head: end, type, literal },
    kind: (part('/') ?? (literal ? 'nominal' : 'name')) as MentionKind,
    referent: name === null ? null : { name, type: type === 'Group' ? 'Place' : type, sameAs },
    score: 0.9,
    by: 'marked@1',
  };
  return { mention, chain: part('#'), surface: document.text.slice(start, end) };
}

function readRelation(
  line: string,
  found: readonly Found[],
  text: string,
  sentences: Extraction['sentences'],
): Relation {
  const [words = '', options = ''] = line.split(' ;');
  const match = /^(.+?) -(\S+)(?: (.*?))?-> (.+)$/.exec(words);
  if (!match) throw new Error(`No relation: ${line}`);
  const [, subjectText = '', type = '', predicate = '', objectText = ''] = match;
  const subject = pick(found, subjectText);
  const object = pick(found, objectText);
  const start = Math.min(subject.start, object.start);
  const sentence = sentences.findLast((each) => each.start <= start) ?? { start: 0, end: text.length };
  const option = (name: string) => new RegExp(`${name}=(\\S+)`).exec(options)?.[1] ?? null;
  const [from, to] = [option('from'), option('to')];
  const saidBy = option('by');
  return {
    id: makeId('relation', line, subject.id),
    subject: subject.id,
    object: object.id,
    literal: object.literal,
    type: type === '~' ? null : type,
    predicate,
    cue: null,
    evidence: { start: sentence.start, end: sentence.end },
    polarity: options.includes('denied') ? 'negative' : 'positive',
    modality: options.includes('planned') ? 'planned' : 'actual',
    attribution: saidBy === null ? null : { mention: null, text: saidBy },
    time: from === null && to === null ? null : { from, to, text: `${from} ${to}` },
    score: Number(option('score') ?? 0.9),
    by: 'marked@1',
  };
}

/** A mention by its surface and number: `Hale~2` is the second. @throws Error where there is none. */
function pick(found: readonly Found[], text: string): Mention {
  const [surface = '', number = '1'] = text.split('~');
  const mention = found.filter((each) => each.surface === surface)[Number(number) - 1]?.mention;
  if (!mention) throw new Error(`No mention: ${text}`);
  return mention;
}

/** The mention of a surface in an extraction, by number from 1. @throws Error where there is none. */
export function mentionOf({ document, mentions }: Extraction, surface: string, number = 1): Mention {
  const mention = mentions.filter(({ start, end }) => document.text.slice(start, end) === surface)[number - 1];
  if (!mention) throw new Error(`No mention: ${surface}`);
  return mention;
}
