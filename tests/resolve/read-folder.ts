// A folder of short texts read by the real steps and resolved, for tests that read like a table.
import { readFileSync } from 'node:fs';
import { extractDocument } from '../../src/extract/index.ts';
import { bareDocument, type Document } from '../../src/model/document.ts';
import type { Extraction } from '../../src/model/extraction.ts';
import type { Claim, Entity, Graph } from '../../src/model/graph.ts';
import { makeId } from '../../src/model/id.ts';
import type { Ontology } from '../../src/model/ontology.ts';
import { resolve } from '../../src/resolve/index.ts';

export const ontology = JSON.parse(
  readFileSync(new URL('../../data/ontology.json', import.meta.url), 'utf8'),
) as Ontology;

export type Text = string | (Partial<Document> & { readonly text: string });

/** Extractions of the texts, in order, published on a Tuesday (2031-05-06) unless the text says otherwise. */
export function readFolder(texts: readonly Text[]): Promise<Extraction[]> {
  return Promise.all(
    texts.map((given, index) => {
      const fields = typeof given === 'string' ? { text: given } : given;
      const id = makeId('document', fields.text, fields.publisher ?? null);
      const document = bareDocument(fields.text, { id, source: `${index}.txt`, publishedAt: '2031-05-06', ...fields });
      return extractDocument(document, { ontology });
    }),
  );
}

export async function resolveFolder(...texts: readonly Text[]): Promise<Graph> {
  return resolve(await readFolder(texts), [], ontology);
}

/** The graph of extractions without earlier decisions. */
export function resolveAll(extractions: readonly Extraction[]): Graph {
  return resolve(extractions, [], ontology);
}

/** The one entity that bears a name (main or alias). @throws Error where none or several do. */
export function entityNamed(graph: Graph, name: string): Entity {
  const found = graph.entities.filter(
    (entity) => entity.name === name || entity.aliases.some((alias) => alias.name === name),
  );
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} entities are called ${name}.`);
  return found[0];
}

/** Names of the entities of a type, sorted. */
export function namesOf(graph: Graph, type: string): string[] {
  return graph.entities
    .filter((entity) => entity.type === type)
    .map(({ name }) => name)
    .sort();
}

/** `subject TYPE object`, or with the predicate for an open claim. */
export function sayClaim(graph: Graph, { subject, type, predicate, object, literal }: Claim): string {
  const nameOf = (id: string | null) => graph.entities.find((entity) => entity.id === id)?.name;
  return `${nameOf(subject)} ${type ?? predicate} ${nameOf(object) ?? literal?.text}`;
}
