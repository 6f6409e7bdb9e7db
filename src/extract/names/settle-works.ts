// Works that the encoder takes for places or for nothing known: a name in quotation marks, where the sentence speaks of a book or film.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { lemmaAt } from '../words.ts';
import { retypeNames } from './make-mention.ts';

const WORK =
  /^(?:novel|book|film|movie|album|song|single|play|drama|documentary|series|sitcom|memoir|biography|painting|opera|ballet|musical|poem|comedy|thriller|sequel|trilogy|author|novelist|write|direct|compose|publish|film-maker|filmmaker|screenplay)$/;
const OPENING = /["“‘«„]$/u;
const CLOSING = /^[,.]?["”’»“]/u;

/** Names of places and unknown things that fill a quotation beside a word for a work are CreativeWorks, all with the same words. */
export function settleWorks(extraction: Extraction, by: string): Extraction {
  const { text } = extraction.document;
  const surface = ({ start, end }: Mention): string => text.slice(start, end);
  const names = extraction.mentions.filter(
    ({ kind, type, referent }) => kind === 'name' && referent === null && /^(?:Place|Other)$/.test(type),
  );
  const isWork = (name: Mention): boolean =>
    OPENING.test(text.slice(0, name.start).slice(-1)) &&
    CLOSING.test(text.slice(name.end, name.end + 2)) &&
    tellsOfWork(extraction, name);
  const works = new Set(names.filter(isWork).map(surface));
  if (works.size === 0) return extraction;
  return retypeNames(extraction, new Set(names.filter((name) => works.has(surface(name)))), 'CreativeWork', by);
}

function tellsOfWork(extraction: Extraction, { head }: Mention): boolean {
  const sentence = extraction.sentences[extraction.tokens[head]?.sentence ?? -1];
  if (sentence === undefined) return false;
  for (let place = sentence.firstToken; place <= sentence.lastToken; place += 1)
    if (WORK.test(lemmaAt(extraction, place))) return true;
  return false;
}
