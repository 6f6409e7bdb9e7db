// How a graph leaves the house: one file a format in src/export, all with this interface.
import type { GraphView } from './graph-view.ts';

/** Where an exporter writes; `write` resolves when more may come (back-pressure). Text is written as UTF-8. */
export interface Sink {
  write(chunk: string | Uint8Array): Promise<void>;
}

export interface Exporter {
  /** As typed: `stemma export graphml`. */
  readonly name: string;
  /** With the dot: `.graphml`. */
  readonly extension: string;
  readonly mediaType: string;
  /** One sentence for people: what this format cannot hold; empty where it is lossless. */
  readonly loses: string;
  write(view: GraphView, sink: Sink): Promise<void>;
}
