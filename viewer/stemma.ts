// The stemma of the documents: which article repeats or relies on which, in families ordered by time. Pure, no page.
import type { GraphPayload } from '../src/server/payload.ts';

/** An article, or an outlet that the articles name and the folder does not hold (document -1). */
export interface Witness {
  readonly document: number;
  readonly name: string;
  /** `YYYY-MM-DD` or null. */
  readonly day: string | null;
  /** Steps from the one that it came from; 0 for the first. */
  readonly depth: number;
}

/** From the earlier to the later one, by place in the family. */
export interface Tie {
  readonly from: number;
  readonly to: number;
  readonly kind: 'copies' | 'cites';
  /** Part of the later text that repeats the earlier, 0–1; 0 for a tie that is only stated. */
  readonly share: number;
}

export interface Family {
  readonly witnesses: readonly Witness[];
  readonly ties: readonly Tie[];
}

export interface Stemma {
  /** The largest first; each holds two witnesses at least. */
  readonly families: readonly Family[];
  /** Articles without a tie, by day. */
  readonly alone: readonly number[];
}

interface Node {
  readonly document: number;
  readonly name: string;
  readonly day: string | null;
}

interface Link {
  readonly from: string;
  readonly to: string;
  readonly kind: Tie['kind'];
  readonly share: number;
}

export function makeStemma({ documents }: GraphPayload): Stemma {
  const nodes = new Map<string, Node>();
  documents.title.forEach((name, document) => {
    nodes.set(`d${document}`, { document, name, day: documents.publishedAt[document] ?? null });
  });
  const links = findLinks(documents, nodes);
  const groups = groupLinked(links);
  const families = groups.map((keys) => makeFamily(keys, nodes, links));
  const tied = new Set(groups.flat());
  const alone = documents.id.map((_, place) => place).filter((place) => !tied.has(`d${place}`));
  const dayOf = (place: number): string => documents.publishedAt[place] ?? '9999';
  return {
    families: families.sort((a, b) => b.witnesses.length - a.witnesses.length),
    alone: alone.sort((a, b) => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : a - b)),
  };
}

/** A copy that also names its original is only a copy; foreign outlets become nodes of their own. */
function findLinks(documents: GraphPayload['documents'], nodes: Map<string, Node>): Link[] {
  const links: Link[] = [];
  documents.id.forEach((_, place) => {
    const original = documents.copyOf[place] ?? -1;
    const to = `d${place}`;
    if (original >= 0) links.push({ from: `d${original}`, to, kind: 'copies', share: documents.copyShare[place] ?? 0 });
    const named = new Set<string>();
    for (const { document, text } of documents.cites[place] ?? []) {
      const from = document >= 0 ? `d${document}` : `o${text}`;
      if (document === original && document >= 0) continue;
      if (from === to || named.has(from)) continue;
      named.add(from);
      if (document < 0) nodes.set(from, { document: -1, name: text, day: null });
      links.push({ from, to, kind: 'cites', share: 0 });
    }
  });
  return links;
}

/** Connected components, each in order of first sight. */
function groupLinked(links: readonly Link[]): string[][] {
  const group = new Map<string, string[]>();
  for (const { from, to } of links) {
    const one = group.get(from) ?? [from];
    const other = group.get(to) ?? [to];
    const all = one === other ? one : [...one, ...other];
    for (const key of all) group.set(key, all);
  }
  return [...new Set(group.values())];
}

/** Witnesses in the order of the tree: each below the one it came from, siblings by day. */
function makeFamily(keys: readonly string[], nodes: ReadonlyMap<string, Node>, links: readonly Link[]): Family {
  const own = links.filter(({ to }) => keys.includes(to));
  // What is only named has no day of its own, and comes after the articles.
  const dayOf = (key: string): string => nodes.get(key)?.day ?? '9999';
  const byDay = (a: string, b: string): number => (dayOf(a) < dayOf(b) ? -1 : dayOf(a) > dayOf(b) ? 1 : 0);
  const placed = new Map<string, number>();
  const witnesses: Witness[] = [];
  const place = (key: string, depth: number): void => {
    const node = nodes.get(key);
    if (node === undefined || placed.has(key)) return;
    placed.set(key, witnesses.length);
    witnesses.push({ ...node, depth });
    const children = own.filter(({ from }) => from === key).map(({ to }) => to);
    for (const child of children.sort(byDay)) place(child, depth + 1);
  };
  const roots = keys.filter((key) => !own.some(({ to }) => to === key));
  // Two that cite each other have no root: the earliest begins.
  for (const key of [...roots.sort(byDay), ...[...keys].sort(byDay)]) place(key, 0);
  const ties = own.map(({ from, to, kind, share }) => ({
    ...{ from: placed.get(from) ?? 0, to: placed.get(to) ?? 0 },
    ...{ kind, share },
  }));
  return { witnesses, ties };
}
