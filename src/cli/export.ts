// `stemma export`: the graph in a format of the reader's choice, to stdout or a file.
import { KnownError } from '../errors.ts';
import { EXPORTERS } from '../export/index.ts';
import type { Exporter } from '../model/exporter.ts';
import { htmlExporter } from '../server/html-exporter.ts';
import type { Command } from './command.ts';
import { GRAPH_OPTION, JSON_OPTION, openGraph } from './find-graph.ts';
import { outputOf, writeResult } from './write-result.ts';

/** Every format, in the order in which people are likely to want them. */
const FORMATS: readonly Exporter[] = [...EXPORTERS, htmlExporter];

export const exportCommand: Command = {
  options: [
    { flags: '-o, --output <file>', summary: 'file to write; stdout without it' },
    { flags: '--list', summary: 'only print the formats, and what each one loses' },
    JSON_OPTION,
    GRAPH_OPTION,
  ],
  async run([format = ''], options, terminal) {
    if (options.list === true || format === '') {
      const formats = FORMATS.map(({ name, extension, mediaType, loses }) => ({ name, extension, mediaType, loses }));
      if (options.json === true) await terminal.out(`${JSON.stringify(formats)}\n`);
      else
        for (const { name, loses } of formats) await terminal.out(`${name.padEnd(12)} ${loses || 'loses nothing'}\n`);
      return 0;
    }
    const exporter = findFormat(format);
    const graph = openGraph(options);
    try {
      const path = outputOf(options);
      await writeResult(path, terminal, (sink) => exporter.write(graph, sink));
      if (path !== undefined) terminal.say(`Wrote ${path}.`);
      if (exporter.loses !== '') terminal.say(`Note: ${exporter.loses}`);
    } finally {
      graph.close();
    }
    return 0;
  },
};

/** @throws KnownError unknown-format */
function findFormat(name: string): Exporter {
  const found = FORMATS.find((exporter) => exporter.name === name.toLowerCase());
  if (found !== undefined) return found;
  throw new KnownError(
    'unknown-format',
    `export: expected one of ${FORMATS.map((exporter) => exporter.name).join(', ')}; found "${name}"`,
    'See what each holds with `stemma export --list`.',
  );
}
