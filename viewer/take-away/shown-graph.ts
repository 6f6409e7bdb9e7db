// What the page shows, as nodes and edges with their quotations, for files to take away. Pure.
import type { ClaimPayload } from '../../src/server/payload.ts';
import { MODALITIES } from '../claim-facets.ts';
import type { Shown } from '../facets.ts';
import type { Facts } from '../facts.ts';
import type { Point } from '../look.ts';
import { claimWords, literalWords } from '../wording.ts';

export interface ShownNode {
  readonly id: string;
  readonly label: string;
  /** Type of the ontology; `Value` for numbers and dates. */
  readonly type: string;
  readonly mentions: number;
  /** In pixels of the view, y downwards; null where it stands nowhere. */
  readonly at: Point | null;
}

export interface ShownEdge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Type of the ontology; empty for a claim in the words of the text. */
  readonly type: string;
  readonly predicate: string;
  /** Words of the page. */
  readonly label: string;
  readonly polarity: string;
  readonly modality: string;
  readonly disputed: boolean;
  readonly derived: boolean;
  readonly confidence: number;
  readonly independentSources: number;
  readonly articles: number;
  readonly from: string;
  readonly to: string;
  /** Of the first evidence; empty for a claim that follows from others. */
  readonly quote: string;
  readonly document: string;
  readonly publisher: string;
  readonly published: string;
}

export interface ShownGraph {
  readonly title: string;
  readonly nodes: readonly ShownNode[];
  readonly edges: readonly ShownEdge[];
}

/** Places of the claims that are shown. */
export function shownClaims({ claims }: Shown): readonly number[] {
  return [...claims.keys()].filter((claim) => claims[claim] === 1);
}

/** `evidence` is asked for each shown claim; `positionOf` for each entity. */
export function makeShownGraph(
  facts: Facts,
  shown: Shown,
  evidence: (claim: string) => ClaimPayload['evidence'],
  positionOf: (entity: number) => Point | null = () => null,
): ShownGraph {
  const { entities, entityTypes, claims, relationTypes, title } = facts.payload;
  const drawn = new Set([...shown.entities.keys()].filter((entity) => shown.entities[entity] === 1));
  const values: ShownNode[] = [];
  const edges = shownClaims(shown).map((claim): ShownEdge => {
    const id = claims.id[claim] ?? '';
    const [subject, object] = [claims.subject[claim] ?? -1, claims.object[claim] ?? -1];
    drawn.add(subject);
    if (object >= 0) drawn.add(object);
    else
      values.push({
        id: `${id}-value`,
        label: literalWords(facts.payload, claim),
        type: 'Value',
        mentions: 0,
        at: null,
      });
    const [first] = evidence(id);
    return {
      id,
      source: entities.id[subject] ?? '',
      target: entities.id[object] ?? `${id}-value`,
      type: relationTypes[claims.type[claim] ?? -1]?.name ?? '',
      predicate: claims.predicate[claim] ?? '',
      label: claimWords(facts, claim).relation,
      polarity: claims.negative[claim] === 1 ? 'negative' : 'positive',
      modality: MODALITIES[claims.modality[claim] ?? 0] ?? 'actual',
      disputed: claims.disputed[claim] === 1,
      derived: claims.derived[claim] === 1,
      confidence: claims.confidence[claim] ?? 0,
      independentSources: claims.independentSources[claim] ?? 0,
      articles: claims.documents[claim]?.length ?? 0,
      from: claims.from[claim] ?? '',
      to: claims.to[claim] ?? '',
      quote: first?.quote ?? '',
      document: first?.title ?? '',
      publisher: first?.publisher ?? '',
      published: first?.publishedAt ?? '',
    };
  });
  const names = [...drawn]
    .sort((a, b) => a - b)
    .map(
      (entity): ShownNode => ({
        id: entities.id[entity] ?? '',
        label: entities.name[entity] ?? '',
        type: entityTypes[entities.type[entity] ?? -1]?.name ?? '',
        mentions: entities.mentions[entity] ?? 0,
        at: positionOf(entity),
      }),
    );
  return { title, nodes: [...names, ...values], edges };
}
