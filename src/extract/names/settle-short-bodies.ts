// "Halden employs 900": a text that has told of Halden Paper, and of nobody called Halden, means the firm.
import type { Extraction } from '../../model/extraction.ts';
import { foldName } from '../chains/name-forms.ts';
import { opensLonger } from '../chains/short-bodies.ts';
import { retypeNames } from './make-mention.ts';

/** Names of one word that the encoder takes for persons are Organizations where all longer names before them that hold the word are. */
export function settleShortBodies(extraction: Extraction, by: string): Extraction {
  const { text } = extraction.document;
  const names = extraction.mentions
    .filter(({ kind }) => kind === 'name')
    .map((mention) => ({ mention, words: foldName(text.slice(mention.start, mention.end)).split(' ') }));
  const bodies = names.filter(({ mention }) => mention.type === 'Organization');
  const isBody = ({ mention, words }: (typeof names)[number]): boolean => {
    if (mention.type !== 'Person' || words.length > 1) return false;
    const [word = ''] = words;
    const longer = names.filter(
      (other) => other.mention.start < mention.start && other.words.length > 1 && other.words.includes(word),
    );
    return (
      longer.length > 0 &&
      longer.every(({ mention: { type } }) => type === 'Organization') &&
      opensLonger(words, bodies)
    );
  };
  const settled = new Set(names.filter(isBody).map(({ mention }) => mention));
  return retypeNames(extraction, settled, 'Organization', by);
}
