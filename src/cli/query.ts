// `stemma query`: Cypher over the graph without a server.
import { type JsonValue, openCypher, type QueryResult } from '../query/index.ts';
import type { Command } from './command.ts';
import { GRAPH_OPTION, JSON_OPTION, openGraph } from './find-graph.ts';
import { toPlainLine } from './terminal.ts';

export const queryCommand: Command = {
  options: [JSON_OPTION, GRAPH_OPTION],
  async run([text = ''], options, terminal) {
    const graph = openGraph(options);
    try {
      const engine = await openCypher(graph);
      try {
        const result = await engine.run(text);
        await terminal.out(options.json === true ? `${JSON.stringify(result)}\n` : toTable(result));
      } finally {
        await engine.close();
      }
    } finally {
      graph.close();
    }
    return 0;
  },
};

/** Columns by tabs, one row a line, like a spreadsheet's paste; then the count. */
function toTable({ columns, rows }: QueryResult): string {
  const lines = [columns, ...rows.map((row) => row.map(toCell))].map((cells) => cells.join('\t'));
  return `${lines.join('\n')}\n`;
}

function toCell(value: JsonValue): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return toPlainLine(text.replace(/[\t\r\n]+/g, ' '));
}
