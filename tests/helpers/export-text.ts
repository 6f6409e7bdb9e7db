// Runs an exporter into memory, for tests.
import type { Exporter } from '../../src/model/exporter.ts';
import type { GraphView } from '../../src/model/graph-view.ts';

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
