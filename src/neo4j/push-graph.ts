// Makes one graph in a Neo4j server equal to a view, and touches nothing else there.
import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import { KnownError } from '../errors.ts';
import type { GraphView } from '../model/graph-view.ts';
import { toPropertyGraph } from '../model/to-property-graph.ts';
import { type Connection, connect, type ServerAddress } from './connection.ts';
import { type NodeChanges, removeNodes, writeAllNodes } from './push-nodes.ts';
import { type RelationshipChanges, writeAllRelationships } from './push-relationships.ts';
import { FIND_GRAPH, FULL_TEXT_STATEMENTS, REMEMBER_GRAPH, schemaStatements } from './statements.ts';

export interface PushOptions extends ServerAddress {
  /** Name of the graph in the server; the name of its file without `.stemma` where absent, else `stemma`. */
  readonly graph?: string;
}

export interface PushProgress {
  readonly step: 'schema' | 'nodes' | 'relationships' | 'removal' | 'search';
  /** Nodes or relationships done in this step; 0 in steps that are not counted. */
  readonly done: number;
}

export interface PushSummary {
  readonly graph: string;
  readonly nodes: Readonly<NodeChanges>;
  readonly relationships: Readonly<RelationshipChanges>;
  /** Sum of all that was created, updated, removed or retired; 0 where the server already held the graph. */
  readonly changes: number;
}

/**
 * Pushes a view. Idempotent; a push that was cut off is finished by the next one.
 * @throws KnownError bad-input, neo4j-unreachable, neo4j-refused, neo4j-failed
 */
export async function pushGraph(
  view: GraphView,
  options: PushOptions,
  onProgress: (progress: PushProgress) => void = () => {},
): Promise<PushSummary> {
  const graph = options.graph ?? nameOf(view);
  const connection = await connect(options);
  try {
    onProgress({ step: 'schema', done: 0 });
    for (const statement of schemaStatements()) await connection.run(statement, {});
    await claimName(connection, view, graph, options.graph !== undefined);
    const nodes: NodeChanges = { created: 0, updated: 0, unchanged: 0, removed: 0, retired: 0 };
    const relationships: RelationshipChanges = { created: 0, updated: 0, unchanged: 0, removed: 0 };
    const content = toPropertyGraph(view);
    const leftover = await writeAllNodes(connection, graph, content, nodes, (done) =>
      onProgress({ step: 'nodes', done }),
    );
    await writeAllRelationships(connection, graph, content, relationships, (done) =>
      onProgress({ step: 'relationships', done }),
    );
    onProgress({ step: 'removal', done: 0 });
    await removeNodes(connection, graph, leftover, nodes);
    onProgress({ step: 'search', done: 0 });
    for (const statement of FULL_TEXT_STATEMENTS) await connection.run(statement, {});
    const sum = ({ created, updated, removed }: RelationshipChanges): number => created + updated + removed;
    return { graph, nodes, relationships, changes: sum(nodes) + nodes.retired + sum(relationships) };
  } finally {
    await connection.close();
  }
}

function nameOf(view: GraphView): string {
  const path = pathOf(view);
  return path === null ? 'stemma' : basename(path).replace(/\.stemma$/, '');
}

function pathOf(view: GraphView): string | null {
  return 'path' in view && typeof view.path === 'string' && view.path !== '' ? view.path : null;
}

/**
 * Two files of one name may be two graphs, and a push of the one must not remove the other: unless the name was given,
 * the server's graph must come from the same place or have a document in common.
 * @throws KnownError bad-input
 */
async function claimName(connection: Connection, view: GraphView, graph: string, given: boolean): Promise<void> {
  const path = pathOf(view);
  // A hash: the path of a file on this machine is no business of those who read the database.
  const location = path === null ? '' : createHash('sha256').update(resolve(path)).digest('hex').slice(0, 16);
  if (!given) {
    const documents = [...view.documents()].map(({ document }) => document);
    const ids = documents.map((document) => document.id);
    const sources = documents.map((document) => document.source);
    const { records } = await connection.run(FIND_GRAPH, { graph, documents: ids, sources });
    const found = records[0];
    const another = found?.get('documents') > 0 && found?.get('shared') === 0 && found?.get('location') !== location;
    if (another) {
      throw new KnownError(
        'bad-input',
        `push: the database already holds a graph called "${graph}" from another file, without a document in common.`,
        'Give this one a name of its own with --name, or the same name if it is to take the place of the other.',
      );
    }
  }
  await connection.run(REMEMBER_GRAPH, { graph, location, model: view.model });
}
