// Storms that the encoder takes for people: "Hurricane |Orla|", "Typhoons |Orla| and |Brin|", and "|Orla|" wherever such a text has it.
import { type Extraction, type Mention, withLayers } from '../../model/extraction.ts';
import { compareSpans } from '../../model/span.ts';
import { spellingAt, tokenAfter, wordAt } from '../words.ts';
import { makeMention, retypeName } from './make-mention.ts';

const STORM = /^(?:hurricane|typhoon|cyclone)$/;
const STORMS = /^(?:hurricanes|typhoons|cyclones|storms)$/;
const LEAD = /^(?:Hurricanes?|Typhoons?|Cyclones?|Tropical Storms?) /;

/** Names behind the class of a storm are Events and hold it; the same words alone are Events too. */
export function settleStorms(extraction: Extraction, by: string): Extraction {
  const { text } = extraction.document;
  const names = extraction.mentions.filter(({ kind }) => kind === 'name');
  const own = (name: Mention): string => text.slice(name.start, name.end).replace(LEAD, '');
  const storms = new Set(names.filter((name) => isStorm(extraction, name)).map(own));
  if (storms.size === 0) return extraction;
  const settled = new Map(
    names.filter((name) => storms.has(own(name))).map((name) => [name, toStorm(extraction, name, by)]),
  );
  const seen = new Set<string>(); // "Hurricane |Orla|" inside "|Hurricane Orla|" becomes the same
  const mentions = extraction.mentions
    .map((mention) => settled.get(mention) ?? mention)
    .filter(({ id }) => !seen.has(id) && seen.add(id));
  return withLayers(extraction, { mentions: mentions.sort(compareSpans) });
}

function isStorm(extraction: Extraction, { start, end, referent }: Mention): boolean {
  if (referent !== null) return false;
  if (LEAD.test(extraction.document.text.slice(start, end))) return true;
  let before = tokenAfter(extraction, start) - 1;
  if (isClass(extraction, before)) return true;
  // "Hurricanes Orla, Brin and |Tove|"
  while (/^(?:and|,)$/.test(wordAt(extraction, before)) && /^\p{Lu}/u.test(spellingAt(extraction, before - 1)))
    before -= 2;
  return STORMS.test(wordAt(extraction, before)) && /^\p{Lu}/u.test(spellingAt(extraction, before));
}

/** "Hurricane", "Tropical Storm", with a capital as part of a name. */
function isClass(extraction: Extraction, place: number): boolean {
  const word = wordAt(extraction, place);
  const isTropical = word === 'storm' && wordAt(extraction, place - 1) === 'tropical';
  return (STORM.test(word) || isTropical) && /^\p{Lu}/u.test(spellingAt(extraction, place));
}

/** The name with the class before it; of several, without the class. */
function toStorm(extraction: Extraction, name: Mention, by: string): Mention {
  const [start, last] = [tokenAfter(extraction, name.start), tokenAfter(extraction, name.end - 1)];
  if (STORMS.test(wordAt(extraction, start)))
    return makeMention(extraction, { first: start + 1, last, type: 'Event', kind: 'name', score: name.score, by });
  if (!isClass(extraction, start - 1)) return retypeName(extraction, name, 'Event', by);
  const first = wordAt(extraction, start - 1) === 'storm' ? start - 2 : start - 1;
  return makeMention(extraction, { first, last, type: 'Event', kind: 'name', score: name.score, by });
}
