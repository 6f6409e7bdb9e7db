// What one document says, before anything is merged: a pure function of the document and the version of the extractor.
import type { Document } from './document.ts';
import type { ChainId, MentionId, RelationId } from './id.ts';
import type { Span } from './span.ts';

/** `index` is the place in Extraction.sentences; `firstToken` … `lastToken` (inclusive) are places in Extraction.tokens. */
export interface Sentence extends Span {
  readonly index: number;
  readonly firstToken: number;
  readonly lastToken: number;
}

/**
 * A syntactic word of Universal Dependencies 2. Parts of a contraction are tokens with adjoining spans (`do` + `n't`).
 * A token always stands in a legal tree: before the parser has run, the first word of a sentence is its root and the
 * others hang on it as `dep`.
 */
export interface Token extends Span {
  /** Place in Extraction.tokens. */
  readonly index: number;
  /** Place of its sentence in Extraction.sentences. */
  readonly sentence: number;
  readonly upos: string;
  readonly lemma: string;
  /** Place of the head in Extraction.tokens, -1 for the root of the sentence. */
  readonly head: number;
  readonly deprel: string;
}

export type MentionKind = 'name' | 'nominal' | 'pronoun';

/**
 * A value with no entity behind it. `value`: a number for Quantity; for Time ISO 8601 `1952`, `1952-10` or `1952-10-07`; for
 * Event the predicate with the lemma of what was done to ("reject budget"), the predicate alone where the verb is all ("resign");
 * for Other the words that somebody says, on one line.
 */
export interface Literal {
  readonly type: 'Quantity' | 'Time' | 'Event' | 'Other';
  readonly value: number | string;
  /** What is counted ("troops") or measured ("km", "USD"); null for Time, bare numbers and words. */
  readonly unit: string | null;
  /** As spelt: "over 120,000" with its approximation, "the budget", of a verb that is all "was arrested in Torva". */
  readonly text: string;
}

/** What has a verb and perhaps a value: a relation or a claim. */
interface Told {
  readonly literal: Literal | null;
  readonly predicate: string;
}

/** True of a relation or claim whose value is what its subject did, or what was done to it, to nobody with a name. */
export function isAct({ literal }: Pick<Told, 'literal'>): boolean {
  return literal?.type === 'Event';
}

/** True of an act whose verb stands among the words of its value: "resigned", "was arrested in Torva". */
export function holdsVerb({ literal, predicate }: Told): boolean {
  return isAct({ literal }) && literal?.value === predicate;
}

/** An act in words: "reject the budget", "was arrested in Torva". */
export function actWords(act: Told): string {
  const text = act.literal?.text ?? '';
  return holdsVerb(act) ? text : `${act.predicate} ${text}`;
}

/** True of a relation or claim whose value is what its subject says. */
export function isSpeech({ literal }: Pick<Told, 'literal'>): boolean {
  return literal?.type === 'Other';
}

const THOUGHTS: ReadonlySet<string> = new Set(['believe', 'think', 'hope', 'fear', 'expect', 'wonder']);

/** True of the lemma of a verb by which somebody holds something, whether or not he ever said so. */
export function isThoughtVerb(lemma: string): boolean {
  return THOUGHTS.has(lemma);
}

/** True of a speech whose words its subject is told to think, hope or fear; its attribution is whoever tells so, if not the document. */
export function isThought(claim: Told): boolean {
  return isSpeech(claim) && isThoughtVerb(claim.predicate);
}

/** At most so many letters, cut between two words and never between the halves of a character. */
export function cutWords(words: string, most: number): string {
  if (words.length <= most) return words;
  const cut = words.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
  return `${cut.replace(/\s+\S*$/, '')} …`;
}

/** The entity a mention stands for where its own surface is not that entity's name: "German" → Germany. */
export interface Referent {
  readonly name: string;
  readonly type: string;
  /** `wikidata:Q…` or null. */
  readonly sameAs: string | null;
}

export interface Mention extends Span {
  /** makeId('mention', documentId, start, end, type, by). */
  readonly id: MentionId;
  /** Place of its head word in Extraction.tokens. */
  readonly head: number;
  /** An entity type of the ontology. */
  readonly type: string;
  readonly kind: MentionKind;
  readonly referent: Referent | null;
  /** For Time and Quantity mentions. */
  readonly literal: Literal | null;
  readonly score: number;
  /** Step and version: `names@1`. */
  readonly by: string;
}

/** Mentions of one document that refer to one entity, in reading order; two at least. */
export interface Chain {
  readonly id: ChainId;
  readonly mentionIds: readonly MentionId[];
  readonly score: number;
  readonly by: string;
}

export type Polarity = 'positive' | 'negative';
export type Modality = 'actual' | 'planned' | 'possible' | 'conditional' | 'demanded';

/** Who says it: the mention of the speaker where it was found, and always the words ("Quill", "a ministry report"). */
export interface Speaker {
  readonly mention: MentionId | null;
  readonly text: string;
}

/** When it holds or happened: ISO 8601 dates of any precision; `from` = `to` for a moment. */
export interface TimeRange {
  readonly from: string | null;
  readonly to: string | null;
  readonly text: string;
}

/** What one passage says about two mentions (or a mention and a literal); not yet knowledge. */
export interface Relation {
  readonly id: RelationId;
  readonly subject: MentionId;
  /** Null only where `literal` is set and has no mention. */
  readonly object: MentionId | null;
  readonly literal: Literal | null;
  /** A relation type of the ontology, or null for an open fact. */
  readonly type: string | null;
  /** The words of the text for an open fact, the title or trigger for a typed one ("defense minister"). */
  readonly predicate: string;
  /** The words that carry the relation. */
  readonly cue: Span | null;
  /** Whole sentence, or the sentences from the first to the last one needed. */
  readonly evidence: Span;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly attribution: Speaker | null;
  readonly time: TimeRange | null;
  /** 0–1; of a typed relation calibrated on annotated text (the last step), of an open fact the guess of its rule. */
  readonly score: number;
  readonly by: string;
}

/** A stretch that somebody says. `content` excludes the quotation marks; indirect speech has no marks. */
export interface Quotation {
  readonly content: Span;
  readonly direct: boolean;
  /** The verb or phrase of saying ("said", "according to"). */
  readonly cue: Span | null;
  readonly speaker: Speaker | null;
}

/** Stated dependence on another outlet or document: "via Daily Post", "according to CNN", "told the BBC". */
export interface Citation {
  readonly span: Span;
  readonly text: string;
  readonly mention: MentionId | null;
}

/** An open fact as a person would list it. Slots are copied from the sentence; `object` null where there is none. */
export interface Fact {
  readonly sentence: number;
  readonly subject: Span;
  /** Auxiliaries, "not", verb, particle and preposition as spelt: "has not agreed to". */
  readonly predicate: string;
  /** Span from the first to the last word of the predicate. */
  readonly predicateSpan: Span;
  readonly object: Span | null;
  readonly more: readonly Span[];
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly score: number;
  readonly by: string;
}

export interface Extraction {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  readonly chains: readonly Chain[];
  readonly quotations: readonly Quotation[];
  readonly citations: readonly Citation[];
  readonly facts: readonly Fact[];
  readonly relations: readonly Relation[];
}

/** A document before any step has run. */
export function bareExtraction(document: Document): Extraction {
  return {
    document,
    sentences: [],
    tokens: [],
    mentions: [],
    chains: [],
    quotations: [],
    citations: [],
    facts: [],
    relations: [],
  };
}

/**
 * The extraction with some layers replaced. Written out field by field, as is changeToken: what is spread from another object
 * gets a hidden class of its own in V8, and rules that meet many of them read each field by a look-up.
 */
export function withLayers(extraction: Extraction, layers: Partial<Extraction>): Extraction {
  return {
    document: layers.document ?? extraction.document,
    sentences: layers.sentences ?? extraction.sentences,
    tokens: layers.tokens ?? extraction.tokens,
    mentions: layers.mentions ?? extraction.mentions,
    chains: layers.chains ?? extraction.chains,
    quotations: layers.quotations ?? extraction.quotations,
    citations: layers.citations ?? extraction.citations,
    facts: layers.facts ?? extraction.facts,
    relations: layers.relations ?? extraction.relations,
  };
}

/** The token with some of what is said of it replaced. */
export function changeToken(token: Token, said: Partial<Omit<Token, keyof Span | 'index'>>): Token {
  return {
    start: token.start,
    end: token.end,
    index: token.index,
    sentence: said.sentence ?? token.sentence,
    upos: said.upos ?? token.upos,
    lemma: said.lemma ?? token.lemma,
    head: said.head ?? token.head,
    deprel: said.deprel ?? token.deprel,
  };
}
