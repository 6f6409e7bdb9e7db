// `stemma export`: the graph in a format of the reader's choice, to stdout or a file.
import { findExporter } from '../export/index.ts';
import { htmlExporter } from '../server/html-exporter.ts';
import type { Command } from './command.ts';
import { GRAPH_OPTION, openGraph } from './find-graph.ts';
import { writeResult } from './write-result.ts';

export const exportCommand: Command = {
  options: [{ flags: '-o, --output <file>', summary: 'file to write; stdout without it' }, GRAPH_OPTION],
  async run([format = ''], options, terminal) {
    const exporter = format === htmlExporter.name ? htmlExporter : findExporter(format);
    const graph = openGraph(options);
    try {
      const path = typeof options.output === 'string' ? options.output : undefined;
      await writeResult(path, terminal, (sink) => exporter.write(graph, sink));
      if (path !== undefined) terminal.say(`Wrote ${path}.`);
      if (exporter.loses !== '') terminal.say(`Note: ${exporter.loses}`);
    } finally {
      graph.close();
    }
    return 0;
  },
};
