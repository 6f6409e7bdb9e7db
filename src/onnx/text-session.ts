// The text graph in onnxruntime: weights are loaded once a process, and names and shapes are checked at the door.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import ort from 'onnxruntime-node';
import { KnownError } from '../errors.ts';
import { setEngineOptions } from './engine-options.ts';
import { sessionOptions } from './session-options.ts';
import { type EncodeWord, makeWordPiece } from './word-piece.ts';

const MODELS = new URL('../../data/models/', import.meta.url);
const INPUTS = ['pieces', 'shapes', 'words'] as const;
const OUTPUTS = ['upos', 'arcs', 'labels', 'mentions', 'mention_kinds', 'mention_types'] as const;
/** What the pair graphs read on; fetched only where they run. */
const STATES = ['states', 'queries', 'keys'] as const;

/** Keys of calibration.json that hold a family of relations, and those that hold a source of relations. */
const FAMILY = 'relation ';
const SOURCE = 'source ';

/** One window. `pieces`, `shapes`: [length]; `words`: [sentences, width], place of each word's first piece, -1 pads. */
export interface TextInput {
  readonly length: number;
  readonly sentences: number;
  readonly width: number;
  readonly pieces: Int32Array;
  readonly shapes: Int32Array;
  readonly words: Int32Array;
}

/** Flat, row-major; w = width of the input, s = sentences, n = spans listed. */
export interface TextOutput {
  /** [s, w] */
  readonly upos: Int32Array;
  /** [s, w, 1 + w] log-probability of each head; column 0 is the root. */
  readonly arcs: Float32Array;
  /** [s, w, 1 + w] best relation for each head. */
  readonly labels: Int32Array;
  /** [n, 3] sentence, first word, last word (inclusive). */
  readonly mentions: Int32Array;
  /** [n, 4] none, name, nominal, pronoun. */
  readonly mentionKinds: Float32Array;
  /** [n, 12] entity types, given that it is a mention. */
  readonly mentionTypes: Float32Array;
  /** [length, 384] layer of pairs; empty where not asked for, as the next two. */
  readonly states: Float32Array;
  /** [length, 384] of that layer's attention, of which the relations graph works out the rows that it needs. */
  readonly queries: Float32Array;
  readonly keys: Float32Array;
}

export interface Labels {
  readonly upos: readonly string[];
  readonly deprel: readonly string[];
  readonly mentionKinds: readonly string[];
  readonly entityTypes: readonly string[];
  readonly relationTypes: readonly string[];
}

/** Logistic correction fitted on held-out text: chance = sigmoid(scale · logit + offset). */
export interface Calibration {
  readonly scale: number;
  readonly offset: number;
}

/** Logistic in the signs of learned-relations/chance.ts. `least`: the chance from which a relation is stated, by kind of text (text-kind.ts there). */
export interface RelationCalibration {
  readonly weights: Readonly<Record<string, number>>;
  readonly offset: number;
  readonly least: { readonly report: number; readonly reference: number };
}

/** Log-odds to add to what a source of relations says, by source (`titles@1`), or source and family (`titles@1 office`). */
export type ScoreOffsets = ReadonlyMap<string, number>;

/** `logit`: raw score of a head. Gives a chance, 0–1. */
export function calibrate(logit: number, { scale, offset }: Calibration): number {
  return 1 / (1 + Math.exp(-(scale * logit + offset)));
}

export interface TextSession {
  readonly labels: Labels;
  readonly calibration: {
    readonly name: Calibration;
    /** By type of the ontology, and by family for types that no corpus has; empty where the pair graphs are missing. */
    readonly relations: ReadonlyMap<string, RelationCalibration>;
    readonly offsets: ScoreOffsets;
  };
  readonly encodeWord: EncodeWord;
  /** `withStates`: fetches `states`, `queries` and `keys` too. */
  run(input: TextInput, withStates?: boolean): Promise<TextOutput>;
}

let loaded: Promise<TextSession> | null = null;

/**
 * The session of this process, loaded on first use.
 * @throws KnownError bad-weights where a file is missing or does not fit this program
 */
export function loadTextSession(): Promise<TextSession> {
  loaded ??= openSession();
  return loaded;
}

async function openSession(): Promise<TextSession> {
  if (isMainThread) setEngineOptions(); // whoever starts threads has set them for those
  try {
    const [vocabulary, labels, calibration] = await Promise.all([
      readFile(new URL('vocab.txt', MODELS), 'utf8'),
      readFile(new URL('labels.json', MODELS), 'utf8'),
      readFile(new URL('calibration.json', MODELS), 'utf8'),
    ]);
    const session = await ort.InferenceSession.create(fileURLToPath(new URL('text.onnx', MODELS)), sessionOptions());
    checkNames(session);
    return {
      labels: JSON.parse(labels) as Labels,
      calibration: readCalibration(calibration),
      encodeWord: makeWordPiece(vocabulary),
      run: (input, withStates = false) => runWindow(session, input, withStates),
    };
  } catch (cause) {
    if (cause instanceof KnownError) throw cause;
    throw new KnownError(
      'bad-weights',
      `onnx: the weights in data/models could not be loaded (${cause instanceof Error ? cause.message : cause})`,
      'Install Stemma again: the package brings its weights.',
      cause,
    );
  }
}

function readCalibration(json: string): TextSession['calibration'] {
  const all = JSON.parse(json) as Record<string, Calibration>;
  const below = (prefix: string): [string, Calibration][] =>
    Object.entries(all).flatMap(([key, value]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : []));
  return {
    name: all['mention name'] as Calibration,
    relations: new Map(below(FAMILY) as unknown as [string, RelationCalibration][]),
    offsets: new Map(below(SOURCE).map(([key, { offset }]) => [key, offset])),
  };
}

function checkNames(session: ort.InferenceSession): void {
  const missing = [
    ...INPUTS.filter((name) => !session.inputNames.includes(name)),
    ...[...OUTPUTS, ...STATES].filter((name) => !session.outputNames.includes(name)),
  ];
  if (missing.length > 0)
    throw new KnownError(
      'bad-weights',
      `onnx: expected text.onnx to have ${missing.join(', ')}, found ${[...session.inputNames, ...session.outputNames].join(', ')}`,
      'The weights belong to another version of Stemma: install it again.',
    );
}

async function runWindow(session: ort.InferenceSession, input: TextInput, withStates: boolean): Promise<TextOutput> {
  const grid = [1, input.length];
  const found = await session.run(
    {
      pieces: new ort.Tensor('int32', input.pieces, grid),
      shapes: new ort.Tensor('int32', input.shapes, grid),
      words: new ort.Tensor('int32', input.words, [input.sentences, input.width]),
    },
    withStates ? [...OUTPUTS, ...STATES] : [...OUTPUTS],
  );
  return {
    upos: found['upos']?.data as Int32Array,
    arcs: found['arcs']?.data as Float32Array,
    labels: found['labels']?.data as Int32Array,
    mentions: found['mentions']?.data as Int32Array,
    mentionKinds: found['mention_kinds']?.data as Float32Array,
    mentionTypes: found['mention_types']?.data as Float32Array,
    states: (found['states']?.data as Float32Array | undefined) ?? new Float32Array(0),
    queries: (found['queries']?.data as Float32Array | undefined) ?? new Float32Array(0),
    keys: (found['keys']?.data as Float32Array | undefined) ?? new Float32Array(0),
  };
}
