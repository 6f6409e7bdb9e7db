// The dependency tree as the fact rules look at it: children by relation, and stretches of a subtree around its head.
import type { Extraction, Token } from '../../model/extraction.ts';

const childIndex = new WeakMap<readonly Token[], readonly (readonly number[])[]>();
const NONE: readonly number[] = [];

/** Places of the tokens that hang on a token, in reading order; worked out once for each layer of tokens. */
export function childrenOf({ tokens }: Pick<Extraction, 'tokens'>, index: number): readonly number[] {
  let children = childIndex.get(tokens);
  if (!children) {
    const lists: number[][] = tokens.map(() => []);
    for (const token of tokens) if (token.head !== token.index) lists[token.head]?.push(token.index);
    children = lists;
    childIndex.set(tokens, children);
  }
  return children[index] ?? NONE;
}

/** The relation to the head, with its subtype; empty outside the text. */
export function relationOf(extraction: Extraction, index: number): string {
  return extraction.tokens[index]?.deprel ?? '';
}

/** The universal tag as parsed; empty outside the text. */
export function uposOf(extraction: Extraction, index: number): string {
  return extraction.tokens[index]?.upos ?? '';
}

/** Place of the head, -1 for a root and outside the text. */
export function headOf(extraction: Extraction, index: number): number {
  return extraction.tokens[index]?.head ?? -1;
}

/** Children whose relation is one of these; `nsubj` also means `nsubj:pass`, `nmod:poss` only itself. */
export function childrenBy(extraction: Extraction, index: number, ...relations: readonly string[]): number[] {
  return childrenOf(extraction, index).filter((child) => isRelation(relationOf(extraction, child), relations));
}

/** The first such child, or undefined. */
export function childBy(extraction: Extraction, index: number, ...relations: readonly string[]): number | undefined {
  return childrenOf(extraction, index).find((child) => isRelation(relationOf(extraction, child), relations));
}

function isRelation(relation: string, wanted: readonly string[]): boolean {
  return wanted.includes(relation) || wanted.includes(relation.split(':')[0] ?? '');
}

/**
 * Places of the subtree of a token, in reading order. `follow` says which children belong to it, and is asked for every edge
 * below the token; without it all do.
 */
export function subtreeOf(
  extraction: Extraction,
  index: number,
  follow: (child: number, parent: number) => boolean = () => true,
): number[] {
  const found = [index];
  const seen = new Set(found);
  for (let place = 0; place < found.length; place += 1) {
    const parent = found[place] as number;
    for (const child of childrenOf(extraction, parent)) {
      if (seen.has(child) || !follow(child, parent)) continue;
      seen.add(child);
      found.push(child);
    }
  }
  return found.sort((left, right) => left - right);
}

/** First and last place of the unbroken run around `center` in a sorted list of places. */
export function runAround(
  places: readonly number[],
  center: number,
): { readonly first: number; readonly last: number } {
  const inside = new Set(places);
  let [first, last] = [center, center];
  while (inside.has(first - 1)) first -= 1;
  while (inside.has(last + 1)) last += 1;
  return { first, last };
}
