// Bytes to text: byte order mark, strict UTF-8, UTF-16 by its zero bytes, else a guess that is noted (WHATWG Encoding).
import { analyse } from 'chardet';
import type { Note } from '../model/document.ts';

export interface Decoded {
  /** Without a byte order mark; line ends as they were; no lone surrogate. */
  readonly text: string;
  readonly notes: readonly Note[];
}

/** A guess needs no more than this much of a file. */
const SAMPLE_BYTES = 64 * 1024;
/** Share of control bytes (tab and line ends apart) from which a file is not text; real text has none. */
const MAX_CONTROL_SHARE = 0.1;
/** V8 holds no string of 2^29 code units or more. */
const MAX_BYTES = 2 ** 29 - 32;

const UTF_16 = { little: 'utf-16le', big: 'utf-16be' } as const;

/**
 * The text of the bytes, or null where they are binary: zero bytes outside UTF-16, or mostly control characters.
 * `declared` is a charset that the format itself names; it is tried where the bytes are not UTF-8.
 */
export function decodeBytes(bytes: Uint8Array, declared: string | null = null): Decoded | null {
  if (bytes.length > MAX_BYTES) return null;
  const wide = findUtf16(bytes);
  if (wide !== null)
    return toDecoded(bytes, wide, wide === 'utf-16le' ? 'UTF-16 (little endian)' : 'UTF-16 (big endian)');
  if (bytes.includes(0) || hasMostlyControls(bytes)) return null;
  const text = decodeAs(bytes, 'utf-8', true);
  if (text !== null) return { text, notes: [] };
  for (const label of [declared, ...guessEncodings(bytes)]) {
    const decoded = label === null ? null : toDecoded(bytes, label, label);
    if (decoded !== null) return decoded;
  }
  return toDecoded(bytes, 'windows-1252', 'windows-1252');
}

/** UTF-16 by its byte order mark, or by zero bytes that stand nearly all on one side of each pair. */
function findUtf16(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return UTF_16.little;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return UTF_16.big;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = sample.length * 0.3;
  if (bytes.length % 2 === 0 && odd > many && even * 20 < odd) return UTF_16.little;
  if (bytes.length % 2 === 0 && even > many && odd * 20 < even) return UTF_16.big;
  return null;
}

function hasMostlyControls(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  let controls = 0;
  for (const byte of sample) if (byte < 32 && !(byte >= 9 && byte <= 13) && byte !== 27) controls += 1;
  return controls > sample.length * MAX_CONTROL_SHARE;
}

function guessEncodings(bytes: Uint8Array): string[] {
  return analyse(bytes.subarray(0, SAMPLE_BYTES))
    .filter((match) => match.confidence >= 10 && !/^UTF-(16|32)/i.test(match.name))
    .map((match) => (match.name === 'ISO-8859-1' ? 'windows-1252' : match.name));
}

function toDecoded(bytes: Uint8Array, label: string, name: string): Decoded | null {
  const text = decodeAs(bytes, label, false);
  if (text === null) return null;
  const note: Note = {
    level: 'info',
    code: 'decoded-as',
    span: null,
    text: `The text is not marked as UTF-8; it was read as ${name}.`,
  };
  return { text, notes: [note] };
}

/** Null where the label is unknown here, or the bytes are not legal in it and `strict` is set. */
function decodeAs(bytes: Uint8Array, label: string, strict: boolean): string | null {
  try {
    return new TextDecoder(label, { fatal: strict }).decode(bytes);
  } catch {
    return null;
  }
}
