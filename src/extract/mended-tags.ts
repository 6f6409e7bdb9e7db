// Tags as rules read them: mended where a tagger without a tree is known to err.
import type { Token } from '../model/extraction.ts';

const MODAL = /^(?:will|would|may|might|must|can|could|should|shall|'ll|wo|ca|sha)$/;
const INTENDING = new Set([
  'plan',
  'vow',
  'promise',
  'aim',
  'pledge',
  'hope',
  'offer',
  'move',
  'attempt',
  'struggle',
  'claim',
]);

/** The layer of tokens, with its words and lemmas in lower case, by place. */
interface TaggedWords {
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
  readonly lemmas: readonly string[];
}

/** After a modal stands a verb ("will close"), and "X plans to leave" is no compound noun. */
export function mendedTag(layer: TaggedWords, index: number): string {
  const { tokens, words, lemmas } = layer;
  const tag = tokens[index]?.upos ?? '';
  if (tag !== 'ADJ' && tag !== 'NOUN' && tag !== 'ADV') return tag;
  // "will soon leave": an adverb stays one where a verb follows.
  if (tag === 'ADV' && !/^(?:DET|PRON|PROPN|NUM|NOUN)$/.test(tokens[index + 1]?.upos ?? '')) return tag;
  if (isAfterModal(layer, index)) return 'VERB';
  if (tag === 'NOUN' && INTENDING.has(lemmas[index] ?? '') && /s$/.test(words[index] ?? '')) {
    const subject = tokens[index - 1]?.upos ?? '';
    const infinitive = words[index + 1] === 'to' && tokens[index + 2]?.upos === 'VERB';
    const isOwned = /^(?:my|your|his|her|its|our|their)$/.test(words[index - 1] ?? '');
    if (infinitive && /^(?:NOUN|PROPN|PRON)$/.test(subject) && !isOwned) return 'VERB';
  }
  return tag;
}

/** "will |close|", "did not |close|" */
function isAfterModal({ tokens, words }: TaggedWords, index: number): boolean {
  const before = words[index - 1];
  const negated = before === 'not' || before === "n't";
  const place = negated ? index - 2 : index - 1;
  if (tokens[place]?.upos !== 'AUX') return false;
  const auxiliary = words[place] ?? '';
  return MODAL.test(auxiliary) || (negated && /^(?:do|does|did)$/.test(auxiliary));
}
