// GraphView → the columns that the viewer draws: everything but texts and sentences.
import type { Claim, Entity, Lineage } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import { OPEN_RELATION, readLabels } from './labels.ts';
import { MODALITIES } from './modalities.ts';
import type { GraphPayload } from './payload.ts';

/** Gives each distinct value a place, in the order of first sight. */
class Places<Value> {
  readonly values: Value[] = [];
  readonly #places = new Map<string, number>();

  place(key: string, make: () => Value): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#places.set(key, this.values.length);
    return this.values.push(make()) - 1;
  }

  find(key: string | null | undefined): number {
    return key === null || key === undefined ? -1 : (this.#places.get(key) ?? -1);
  }
}

/** The payload of `/api/graph`; order is that of the view, so equal graphs give equal bytes. */
export function makeGraphPayload(view: GraphView, title: string): GraphPayload {
  const labels = readLabels();
  const publishers = new Places<string>();
  const documents = makeDocuments(view, publishers);
  const entityTypes = new Places<GraphPayload['entityTypes'][number]>();
  const entityPlaces = new Places<Entity>();
  for (const entity of view.entities()) {
    entityPlaces.place(entity.id, () => entity);
    entityTypes.place(entity.type, () => labels.entityType(entity.type));
  }
  const entities = entityPlaces.values;
  const relationTypes = new Places<GraphPayload['relationTypes'][number]>();
  const claimPlaces = new Places<Claim>();
  for (const claim of view.claims()) {
    claimPlaces.place(claim.id, () => claim);
    relationTypes.place(claim.type ?? '', () =>
      claim.type === null ? OPEN_RELATION : labels.relationType(claim.type),
    );
  }
  const claims = claimPlaces.values;
  const documentsOf = (claim: Claim): number[] =>
    witnesses(view, claim)
      .map((id) => documents.places.find(id))
      .filter((place) => place >= 0)
      .sort((left, right) => left - right);
  return {
    version: 1,
    title,
    model: view.model,
    entityTypes: entityTypes.values,
    relationTypes: relationTypes.values,
    publishers: publishers.values,
    documents: documents.columns,
    entities: {
      id: entities.map((entity) => entity.id),
      name: entities.map((entity) => entity.name),
      aliases: entities.map((entity) =>
        entity.aliases.map((alias) => alias.name).filter((name) => name !== entity.name),
      ),
      type: entities.map((entity) => entityTypes.find(entity.type)),
      mentions: entities.map((entity) => entity.mentionIds.length),
    },
    claims: {
      id: claims.map((claim) => claim.id),
      type: claims.map((claim) => relationTypes.find(claim.type ?? '')),
      predicate: claims.map((claim) => claim.predicate),
      subject: claims.map((claim) => entityPlaces.find(claim.subject)),
      object: claims.map((claim) => entityPlaces.find(claim.object)),
      literal: claims.map((claim) => literalText(claim)),
      negative: claims.map((claim) => Number(claim.polarity === 'negative')),
      modality: claims.map((claim) => MODALITIES.indexOf(claim.modality)),
      disputed: claims.map((claim) => Number(claim.disputed)),
      derived: claims.map((claim) => Number(claim.derivedFrom !== null)),
      confidence: claims.map((claim) => Math.round(claim.confidence * 1000) / 1000),
      independentSources: claims.map((claim) => claim.independentSources),
      from: claims.map((claim) => claim.time?.from ?? null),
      to: claims.map((claim) => claim.time?.to ?? null),
      documents: claims.map(documentsOf),
    },
    conflicts: [...view.conflicts()].map((conflict) => ({
      id: conflict.id,
      claims: conflict.claimIds.map((id) => claimPlaces.find(id)).filter((place) => place >= 0),
      type: conflict.type,
      reason: conflict.reason,
    })),
  };
}

function makeDocuments(view: GraphView, publishers: Places<string>) {
  const places = new Places<string>();
  const lineages: Lineage[] = [];
  const columns = { title: [] as string[], publisher: [] as number[], publishedAt: [] as (string | null)[] };
  for (const { document, lineage } of view.documents()) {
    places.place(document.id, () => document.id);
    lineages.push(lineage);
    columns.title.push(document.title ?? document.source);
    const { publisher } = document;
    columns.publisher.push(publisher === null ? -1 : publishers.place(publisher, () => publisher));
    columns.publishedAt.push(document.publishedAt);
  }
  return {
    places,
    columns: {
      ...{ id: places.values, ...columns },
      copyOf: lineages.map(({ copyOf }) => places.find(copyOf?.document)),
      copyShare: lineages.map(({ copyOf }) => copyOf?.share ?? 0),
      cites: lineages.map(({ cites }) =>
        cites.map(({ document, text }) => ({ document: places.find(document), text })),
      ),
    },
  };
}

/** Ids of the documents that say it; a derived claim is said where the claims under it are. */
function witnesses(view: GraphView, claim: Claim): string[] {
  const grounds = (claim.derivedFrom ?? []).flatMap((id) => view.claim(id) ?? []);
  const evidence = claim.derivedFrom === null ? claim.evidence : grounds.flatMap((ground) => ground.evidence);
  return [...new Set(evidence.map((item) => item.documentId))];
}

function literalText({ literal }: Claim): string | null {
  if (literal === null) return null;
  const unit = literal.unit !== null && !literal.text.includes(literal.unit) ? ` ${literal.unit}` : '';
  return `${literal.text}${unit}`;
}
