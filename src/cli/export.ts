// `stemma export`: the graph in a format of the reader's choice, to stdout or a file.
import { openGraph } from '../build-graph.ts';
import { EXPORTERS, findExporter } from '../export/index.ts';
import { htmlExporter } from '../server/html-exporter.ts';
import type { Command } from './command.ts';
import { findGraph, GRAPH_OPTION } from './find-graph.ts';
import { writeResult } from './write-result.ts';

export const exportCommand: Command = {
  name: 'export',
  parameters: '<format>',
  summary: `write the graph as ${[...EXPORTERS, htmlExporter].map(({ name }) => name).join(', ')}`,
  options: [{ flags: '-o, --output <file>', summary: 'file to write; stdout without it' }, GRAPH_OPTION],
  async run([format = ''], options, terminal) {
    const exporter = format === htmlExporter.name ? htmlExporter : findExporter(format);
    const graph = openGraph(findGraph(options));
    try {
      const path = typeof options['output'] === 'string' ? options['output'] : undefined;
      await writeResult(path, terminal, (sink) => exporter.write(graph, sink));
      if (path !== undefined) terminal.say(`Wrote ${path}.`);
      if (exporter.loses !== '') terminal.say(`Note: ${exporter.loses}`);
    } finally {
      graph.close();
    }
    return 0;
  },
};
