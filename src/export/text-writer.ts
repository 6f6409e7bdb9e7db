// Gathers small pieces of text into writes of about 64 KB, so that a file is never held whole.
import type { Sink } from '../model/exporter.ts';

const CHUNK_LENGTH = 65_536;

export interface TextWriter {
  /** Resolves when more may come. */
  write(text: string): Promise<void>;
  /** Hands on what is still held; call it once, at the end. */
  flush(): Promise<void>;
}

/** A writer in front of the sink. */
export function makeTextWriter(sink: Sink): TextWriter {
  let held: string[] = [];
  let length = 0;
  const flush = async (): Promise<void> => {
    if (length === 0) return;
    const chunk = held.join('');
    held = [];
    length = 0;
    await sink.write(chunk);
  };
  return {
    async write(text) {
      held.push(text);
      length += text.length;
      if (length >= CHUNK_LENGTH) await flush();
    },
    flush,
  };
}
