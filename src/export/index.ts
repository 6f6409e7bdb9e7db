// Every format in which a graph leaves the house, in the order in which people are likely to want them.
import { KnownError } from '../errors.ts';
import type { Exporter } from '../model/exporter.ts';
import { csvExporter } from './csv.ts';
import { cypherExporter } from './cypher.ts';
import { gexfExporter } from './gexf.ts';
import { graphmlExporter } from './graphml.ts';
import { jsonExporter } from './json.ts';
import { jsonlExporter } from './jsonl.ts';

export const EXPORTERS: readonly Exporter[] = [
  graphmlExporter,
  gexfExporter,
  jsonExporter,
  jsonlExporter,
  csvExporter,
  cypherExporter,
];

/**
 * The exporter of that name, upper or lower case.
 * @throws KnownError unknown-format with the names there are
 */
export function findExporter(name: string): Exporter {
  const found = EXPORTERS.find((exporter) => exporter.name === name.toLowerCase());
  if (found) return found;
  const names = EXPORTERS.map((exporter) => exporter.name).join(', ');
  throw new KnownError(
    'unknown-format',
    `export: expected one of ${names}; found "${name}".`,
    'Name one of these formats.',
  );
}
