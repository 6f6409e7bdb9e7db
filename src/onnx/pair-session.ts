// The two graphs that run on the states of the text graph: links between mentions, relations between entities.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ort from 'onnxruntime-node';
import { KnownError } from '../errors.ts';
import { sessionOptions } from './session-options.ts';

const COREFERENCE = new URL('../../data/models/coreference.onnx', import.meta.url);
const RELATIONS = new URL('../../data/models/relations.onnx', import.meta.url);

/** Width of a row of states. */
export const STATE_WIDTH = 384;

/** Mentions in reading order and the pairs to score; flat, row-major. Contract: scripts/train/pair_graphs.py. */
export interface LinkBatch {
  /** [mentions, 384] states at the first and the last piece. */
  readonly first: Float32Array;
  readonly last: Float32Array;
  /** [mentions] places in labels.json. */
  readonly kinds: Int32Array;
  readonly types: Int32Array;
  /** [pairs, 2] later mention, earlier mention. */
  readonly pairs: Int32Array;
  /** [pairs, 6] */
  readonly features: Int32Array;
}

export interface LinkOutput {
  /** [pairs] */
  readonly links: Float32Array;
  /** [mentions]: a mention goes back to the earlier one with the highest link above this. */
  readonly fresh: Float32Array;
}

/** Entities of one window and the pairs to score; flat, row-major. */
export interface RelationBatch {
  /** Pieces of the window. */
  readonly length: number;
  /** [length, 384] of the text graph. */
  readonly states: Float32Array;
  readonly queries: Float32Array;
  readonly keys: Float32Array;
  /** [mentions, 2] first piece, last piece (inclusive). */
  readonly mentions: Int32Array;
  /** [entities, most] rows of `mentions`, -1 where there are no more. */
  readonly entities: Int32Array;
  /** [entities] places in labels.json. */
  readonly types: Int32Array;
  /** [pairs, 2] subject and object, rows of `entities`. */
  readonly pairs: Int32Array;
  /** [pairs, 14] and [pairs, 9]: what lies between the two, as scripts/train/heads/bridges.py has it. */
  readonly bridges: Int32Array;
  readonly marks: Int32Array;
}

export interface PairSession {
  scoreLinks(batch: LinkBatch): Promise<LinkOutput>;
  /** [pairs, 33] logit minus threshold logit of each relation type. */
  scoreRelations(batch: RelationBatch): Promise<Float32Array>;
}

/** True where the package brings the two graphs. */
export const HAS_PAIR_GRAPHS = existsSync(COREFERENCE) && existsSync(RELATIONS);

let loaded: Promise<PairSession> | null = null;

/**
 * The session of this process, loaded on first use.
 * @throws KnownError bad-weights where a file is missing or does not fit this program
 */
export function loadPairSession(): Promise<PairSession> {
  loaded ??= openSession();
  return loaded;
}

async function openSession(): Promise<PairSession> {
  try {
    const options = sessionOptions();
    const coreference = await ort.InferenceSession.create(fileURLToPath(COREFERENCE), options);
    const relations = await ort.InferenceSession.create(fileURLToPath(RELATIONS), options);
    return {
      scoreLinks: (batch) => runLinks(coreference, batch),
      scoreRelations: (batch) => runRelations(relations, batch),
    };
  } catch (cause) {
    throw new KnownError(
      'bad-weights',
      `onnx: the weights in data/models could not be loaded (${cause instanceof Error ? cause.message : cause})`,
      'Install Stemma again: the package brings its weights.',
      cause,
    );
  }
}

async function runLinks(session: ort.InferenceSession, batch: LinkBatch): Promise<LinkOutput> {
  const mentions = batch.kinds.length;
  const pairs = batch.pairs.length / 2;
  const found = await session.run({
    first: new ort.Tensor('float32', batch.first, [mentions, STATE_WIDTH]),
    last: new ort.Tensor('float32', batch.last, [mentions, STATE_WIDTH]),
    kinds: new ort.Tensor('int32', batch.kinds, [mentions]),
    types: new ort.Tensor('int32', batch.types, [mentions]),
    pairs: new ort.Tensor('int32', batch.pairs, [pairs, 2]),
    features: new ort.Tensor('int32', batch.features, [pairs, batch.features.length / pairs]),
  });
  return { links: found['links']?.data as Float32Array, fresh: found['fresh']?.data as Float32Array };
}

async function runRelations(session: ort.InferenceSession, batch: RelationBatch): Promise<Float32Array> {
  const entities = batch.types.length;
  const pairs = batch.pairs.length / 2;
  const found = await session.run({
    states: new ort.Tensor('float32', batch.states, [batch.length, STATE_WIDTH]),
    queries: new ort.Tensor('float32', batch.queries, [batch.length, STATE_WIDTH]),
    keys: new ort.Tensor('float32', batch.keys, [batch.length, STATE_WIDTH]),
    mentions: new ort.Tensor('int32', batch.mentions, [batch.mentions.length / 2, 2]),
    entities: new ort.Tensor('int32', batch.entities, [entities, batch.entities.length / entities]),
    types: new ort.Tensor('int32', batch.types, [entities]),
    pairs: new ort.Tensor('int32', batch.pairs, [pairs, 2]),
    bridges: new ort.Tensor('int32', batch.bridges, [pairs, batch.bridges.length / pairs]),
    marks: new ort.Tensor('int32', batch.marks, [pairs, batch.marks.length / pairs]),
  });
  return found['scores']?.data as Float32Array;
}
