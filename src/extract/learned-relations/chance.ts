// The chance that a learned relation is right: the head's score, and what stands in the text beside it.
import type { Extraction } from '../../model/extraction.ts';
import type { RelationCalibration } from '../../onnx/text-session.ts';
import { tokenAfter } from '../words.ts';
import type { Evidence } from './evidence.ts';

/** Signs of a relation: the head's score, whether a trigger stands there, sentences between the two, whether one is no name. */
export type Signs = readonly [score: number, cue: number, apart: number, reference: number];

/** Sentences apart after which no more matter. */
const FARTHEST = 3;
/** Measured on news: between 0.4 and 0.6 none of eleven across sentences was right, and half in an encyclopaedia. */
const LEAST_APART = 0.6;

export function signsOf(extraction: Extraction, { subject, object, cue }: Evidence, score: number): Signs {
  const [left, right] = [subject, object].map(
    ({ start }) => extraction.tokens[tokenAfter(extraction, start)]?.sentence ?? 0,
  );
  const apart = Math.abs((left ?? 0) - (right ?? 0));
  const isReference = [subject, object].some(({ kind, literal }) => kind !== 'name' && literal === null);
  return [score, cue === null ? 0 : 1, Math.min(apart, FARTHEST) / FARTHEST, isReference ? 1 : 0];
}

/** Logistic in all signs; the weights come from calibration.json, those of an older one are nought. */
export function chanceOf(signs: Signs, own: RelationCalibration): number {
  return 1 / (1 + Math.exp(-logitOf(signs, own)));
}

/** The chance from which it is stated: across sentences a reader hardly sees what a weak guess goes by. */
export function barOf([, , apart]: Signs, { least }: RelationCalibration): number {
  return apart > 0 ? Math.max(LEAST_APART, least) : least;
}

export function logitOf([score, cue, apart, reference]: Signs, own: RelationCalibration): number {
  const { scale, offset } = own;
  return scale * score + offset + (own.cue ?? 0) * cue + (own.apart ?? 0) * apart + (own.reference ?? 0) * reference;
}
