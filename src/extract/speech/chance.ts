// How likely a quotation has the right words and the right speaker, from signs of how both were found.
import type { Extraction, Mention, Quotation } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { tokenAfter } from '../words.ts';

/** Each 0 to 1; all 0 where a name says it indirectly, in the same sentence, by words of saying. */
export interface Signs {
  readonly direct: number;
  /** The speaker of the sentence or paragraph before goes on. */
  readonly carried: number;
  readonly pronoun: number;
  readonly nominal: number;
  /** How far the name stands from the words. */
  readonly far: number;
}

/** Fitted by scripts/calibrate-speech.ts; chance = sigmoid(weights · signs + offset). */
const CURVE = readLexicon<{ readonly weights: Signs; readonly offset: number }>('speech-signs');
const PRONOUN = /^(?:he|she|they|it|i|we|who|both)$/i;
/** Further off than this a name is no less sure (UTF-16 units). */
const FARTHEST = 2_000;

/** `mention`: the one that stands for the speaker. */
export function signsOf(extraction: Extraction, quotation: Quotation, mention: Mention): Signs {
  const { cue, direct, speaker } = quotation;
  const isPronoun = PRONOUN.test(speaker?.text ?? '');
  return {
    direct: Number(direct),
    carried: Number(cue === null),
    pronoun: Number(isPronoun),
    nominal: Number(!isPronoun && mention.kind !== 'name'),
    far: farness(extraction, cue ?? quotation.content, mention),
  };
}

/** How far the speaker's mention is from the words, as the logarithm of the letters between; 0 in the same sentence. */
function farness(extraction: Extraction, place: Span, mention: Mention): number {
  const sentenceOf = (token: number): number => extraction.tokens[token]?.sentence ?? -1;
  if (sentenceOf(tokenAfter(extraction, place.start)) === sentenceOf(mention.head)) return 0;
  const gap = Math.max(place.start - mention.end, mention.start - place.end, 0);
  return Math.log1p(Math.min(gap, FARTHEST)) / Math.log1p(FARTHEST);
}

/** 0 to 1, two digits. */
export function chanceOf(extraction: Extraction, quotation: Quotation, speaker: Mention): number {
  const signs = signsOf(extraction, quotation, speaker);
  const names = Object.keys(signs) as readonly (keyof Signs)[];
  const logit = names.reduce((sum, name) => sum + CURVE.weights[name] * signs[name], CURVE.offset);
  return Math.round(100 / (1 + Math.exp(-logit))) / 100;
}
