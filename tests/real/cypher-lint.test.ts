// Every Cypher text that we emit passes Neo4j's own front end.
import { lintCypherQuery } from '@neo4j-cypher/language-support';
import { describe, expect, it } from 'vitest';
import { findExporter } from '../../src/export/index.ts';
import { viewGraph } from '../../src/model/graph-view.ts';
import { BASE_LABELS, toPropertyGraph } from '../../src/model/to-property-graph.ts';
import * as statements from '../../src/neo4j/statements.ts';
import { exportText } from '../helpers/export-text.ts';
import { hostileGraph } from '../helpers/hostile-graph.ts';
import { sampleView } from '../helpers/sample-graph.ts';

const parameters = { rows: [], graph: 'g', documents: [], sources: [], location: '', model: '' };

function problemsOf(statement: string): string[] {
  const { diagnostics } = lintCypherQuery(`CYPHER 5 ${statement}`, { parameters });
  return diagnostics.map((diagnostic) => `${diagnostic.message} in ${statement.slice(0, 200)}`);
}

/** Every statement that a push of the view sends. */
function pushStatements(view: typeof sampleView): string[] {
  const relationships = [...toPropertyGraph(view).relationships()];
  const types = new Set(relationships.map((relationship) => relationship.type));
  return [
    ...new Set([
      ...statements.schemaStatements(),
      ...statements.FULL_TEXT_STATEMENTS,
      ...[statements.FIND_GRAPH, statements.REMEMBER_GRAPH, statements.RETIRED_NODES],
      ...[statements.RELATIONSHIP_TYPES, statements.DELETE_RELATIONSHIPS],
      ...BASE_LABELS.flatMap((label) => [
        ...[statements.existingNodes(label), statements.writeNodes(label), statements.reviveNodes(label)],
        ...[statements.deleteNodes(label), statements.retireNodes(label)],
      ]),
      ...[...types].map(statements.existingRelationships),
      ...relationships.map(({ type, from, to }) => statements.writeRelationships(type, from.label, to.label)),
    ]),
  ];
}

describe('our Cypher', () => {
  it('is seen through by the linter where it is wrong', () => {
    expect(problemsOf('MATCH (n) RETRUN n')).not.toEqual([]);
  });

  it('of a push lints clean, with hostile names of types too', () => {
    for (const view of [sampleView, viewGraph(hostileGraph())]) {
      expect(pushStatements(view).flatMap(problemsOf)).toEqual([]);
    }
  });

  it('of a script lints clean, one statement a line', async () => {
    for (const view of [sampleView, viewGraph(hostileGraph())]) {
      const script = await exportText(findExporter('cypher'), view);
      const lines = script.trimEnd().split('\n');
      expect(lines.every((line) => line.endsWith(';'))).toBe(true);
      expect(lines.flatMap((line) => problemsOf(line.slice(0, -1)))).toEqual([]);
    }
  });
});
