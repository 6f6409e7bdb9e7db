// What rules ask of single tokens again and again, worked out once for each layer of tokens.
import type { Extraction, Token } from '../model/extraction.ts';
import { mendedTag } from './mended-tags.ts';

/** By place in Extraction.tokens. */
export interface TokenIndex {
  /** In lower case, with straight apostrophes. */
  readonly words: readonly string[];
  /** In lower case. */
  readonly lemmas: readonly string[];
  /** Mended; see mended-tags.ts. */
  readonly tags: readonly string[];
  /** To the head, without subtype: "nsubj:pass" → "nsubj". */
  readonly relations: readonly string[];
  /** With its subtype; empty where it has none. */
  readonly subtyped: readonly string[];
  /** Places of the tokens that hang on it, in reading order. */
  readonly children: readonly (readonly number[])[];
}

const indexes = new WeakMap<readonly Token[], TokenIndex>();
let latest: { readonly tokens: readonly Token[]; readonly index: TokenIndex } | null = null;

export function indexOf(extraction: Extraction): TokenIndex {
  const { tokens } = extraction;
  // Millions of questions a text go to one layer: without a look-up.
  if (latest?.tokens === tokens) return latest.index;
  const index = indexes.get(tokens) ?? makeIndex(extraction);
  indexes.set(tokens, index);
  latest = { tokens, index };
  return index;
}

const NONE: readonly number[] = [];

function makeIndex({ document: { text }, tokens }: Extraction): TokenIndex {
  const children = new Array<readonly number[]>(tokens.length).fill(NONE);
  for (const { head, index } of tokens) {
    const others = children[head] as number[] | undefined;
    if (others === undefined) continue;
    if (others === NONE) children[head] = [index];
    else others.push(index);
  }
  const layer = {
    tokens,
    words: tokens.map(({ start, end }) => text.slice(start, end).toLowerCase().replaceAll('’', "'")),
    lemmas: tokens.map(({ lemma }) => lemma.toLowerCase()),
  };
  return {
    words: layer.words,
    lemmas: layer.lemmas,
    tags: tokens.map((_, index) => mendedTag(layer, index)),
    relations: tokens.map(({ deprel }) => baseOf(deprel)),
    subtyped: tokens.map(({ deprel }) => (deprel.includes(':') ? deprel : '')),
    children,
  };
}

/** Relations without subtype: one string for each, not one for each token, so that comparing them compares no letters. */
const bases = new Map<string, string>();

function baseOf(deprel: string): string {
  let base = bases.get(deprel);
  if (base === undefined) {
    base = deprel.split(':', 1)[0] ?? '';
    bases.set(deprel, base);
  }
  return base;
}
