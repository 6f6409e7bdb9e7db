// Runs an exporter into memory, for tests.
import { jsonlExporter } from '../../src/export/jsonl.ts';
import type { Exporter } from '../../src/model/exporter.ts';
import type { GraphView, StoredGraph } from '../../src/model/graph-view.ts';

/** The whole export as text, decoded as strict UTF-8. */
export async function exportText(exporter: Exporter, view: GraphView): Promise<string> {
  const chunks: Uint8Array[] = [];
  await exporter.write(view, {
    async write(chunk) {
      chunks.push(typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk);
    },
  });
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(chunks));
}

/** The whole graph file as jsonl: two graphs are one where these are equal. */
export async function exportJsonl(graphPath: string, openGraph: (path: string) => StoredGraph): Promise<string> {
  const view = openGraph(graphPath);
  try {
    return await exportText(jsonlExporter, view);
  } finally {
    view.close();
  }
}
