// A name as typed → one mention that a decision can be made about: `NAME`, `NAME@DOCUMENT`, or the id of a mention.
import { KnownError } from '../errors.ts';
import type { Document } from '../model/document.ts';
import type { Entity } from '../model/graph.ts';
import type { StoredGraph } from '../model/graph-view.ts';
import type { EntityId, MentionId } from '../model/id.ts';
import { nameKey, nameKeys } from '../model/name-key.ts';
import { sliceSpan } from '../model/span.ts';
import { compareMentions, mainMention, mentionsByDocument } from '../query/index.ts';
import type { Terminal } from './command.ts';
import { findEntity } from './find-entity.ts';

export interface Found {
  readonly entity: Entity;
  readonly mention: MentionId;
}

/**
 * The entity that is meant and a mention that stands for it, in the document after the last `@` where one is named.
 * @throws KnownError not-found, ambiguous-name, bad-input where no name is given
 */
export function findMention(view: StoredGraph, typed: string, terminal: Pick<Terminal, 'say'>): Found {
  const record = view.mention(typed as MentionId);
  const owner = record?.entity == null ? undefined : view.entity(record.entity);
  if (record !== undefined && owner !== undefined) return { entity: owner, mention: record.mention.id };
  const at = typed.lastIndexOf('@');
  const document = at < 0 ? null : findDocument(view, typed.slice(at + 1));
  if (document === null) {
    const entity = findOnly(view, typed, terminal);
    return { entity, mention: mainMention(view, entity) };
  }
  return findInDocument(view, typed.slice(0, at), document);
}

/**
 * As `findEntity`, but a decision is never made on a guess: of several that are called so, the only one of which it is the name.
 * @throws KnownError not-found, ambiguous-name with where each stands
 */
function findOnly(view: StoredGraph, typed: string, terminal: Pick<Terminal, 'say'>): Entity {
  const called = view.entity(typed as EntityId) === undefined ? view.entitiesCalled(typed, 'exactly') : [];
  if (called.length < 2) return findEntity(view, typed, terminal);
  const [only, second] = called.filter(({ name }) => nameKey(name) === nameKey(typed));
  if (only !== undefined && second === undefined) return only;
  const places = called.map((entity) => {
    const [first] = mentionsByDocument(view, entity);
    return first === undefined ? entity.name : `${entity.name} (${first.document.source})`;
  });
  const more = places.length > MOST_TOLD ? ', …' : '';
  throw new KnownError(
    'ambiguous-name',
    `stemma: ${JSON.stringify(typed)} may be any of ${places.slice(0, MOST_TOLD).sort().join(', ')}${more}`,
    `Say where it stands (“${typed}@a.txt”), or type more of the name.`,
  );
}

const MOST_TOLD = 8;

/**
 * The document of that source or id, or the only one whose source ends so; null where there is none.
 * @throws KnownError ambiguous-name
 */
export function findDocument(view: StoredGraph, name: string): Document | null {
  const found = view.documentsAt(name);
  const [only] = found;
  if (found.length <= 1) return only ?? null;
  throw new KnownError(
    'ambiguous-name',
    `stemma: ${JSON.stringify(name)} may be any of ${found.map(({ source }) => source).join(', ')}`,
    'Type more of the path.',
  );
}

function findInDocument(view: StoredGraph, name: string, document: Document): Found {
  const records = view.mentionsIn(document.id).filter(({ entity }) => entity !== null);
  const spelt = records.find(({ mention }) => nameKey(sliceSpan(document.text, mention)) === nameKey(name));
  const called = [...records].sort(compareMentions).find(({ entity: id }) => {
    const entity = id === null ? undefined : view.entity(id);
    return entity !== undefined && nameKeys(entity).includes(nameKey(name));
  });
  const record = spelt ?? called;
  const entity = record?.entity == null ? undefined : view.entity(record.entity);
  if (record !== undefined && entity !== undefined) return { entity, mention: record.mention.id };
  throw new KnownError(
    'not-found',
    `stemma: nothing is called ${JSON.stringify(name)} in ${document.source}`,
    'Spell the name as the document does.',
  );
}
