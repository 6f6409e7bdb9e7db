// Names of events that the word behind them shows, whatever the encoder takes them for: "Wimbledon champion", "the Harrow International tournament".
import type { Extraction, Mention } from '../../model/extraction.ts';
import { tokenAfter, wordAt } from '../words.ts';
import { retypeNames } from './make-mention.ts';

const ENTRANT =
  /^(?:champion|champions|finalist|finalists|semifinalist|semifinalists|quarterfinalist|titlist|medalist|medallist)$/;
const CONTEST = /^(?:tournament|championship|championships|marathon|regatta)$/;

/** Places, bodies and names of unknown type right before such a word are Events; peoples and persons stay. */
export function settleEvents(extraction: Extraction, by: string): Extraction {
  const events = extraction.mentions.filter((mention) => mention.kind === 'name' && isEvent(extraction, mention));
  return retypeNames(extraction, new Set(events), 'Event', by);
}

function isEvent(extraction: Extraction, { type, end, start, referent }: Mention): boolean {
  if (!/^(?:Place|Organization|Other)$/.test(type) || referent !== null) return false;
  const next = tokenAfter(extraction, end - 1) + 1;
  const [word, after] = [wordAt(extraction, next), wordAt(extraction, next + 1)];
  const isRunnerUp = word === 'runner' && wordAt(extraction, next + 2) === 'up';
  if (ENTRANT.test(word) || isRunnerUp) return true;
  const isSeveral = /\s/.test(extraction.document.text.slice(start, end));
  return (
    isSeveral &&
    type !== 'Place' &&
    (CONTEST.test(word) || (/^(?:tennis|golf|chess|cricket|rugby)$/.test(word) && CONTEST.test(after)))
  );
}
