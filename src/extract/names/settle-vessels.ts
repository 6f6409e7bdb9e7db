// Ships that the encoder takes for people, places or bodies: "the ferry |Orla|", "the tanker |Sea Queen|", "the MV |Orla|", wherever such a text has the name.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { withLayers } from '../../model/extraction.ts';
import { spellingAt, tokenAfter, wordAt } from '../words.ts';
import { makeMention, retypeNames } from './make-mention.ts';

const VESSEL =
  /^(?:ferry|tanker|trawler|ship|vessel|submarine|frigate|destroyer|yacht|superyacht|warship|freighter|cruiser|liner|icebreaker|corvette|battleship|barge|tugboat|dredger|schooner|steamer|steamship|carrier|lifeboat|minesweeper)$/;
const PREFIX = /^(?:MV|M\/V|MS|MT|SS|HMS|USS|HMAS|HMCS|RRS|RMS|INS)$/;

/** Names right behind the class or prefix of a ship are Products, all with the same words. */
export function settleVessels(extraction: Extraction, by: string): Extraction {
  const { text } = extraction.document;
  const surface = ({ start, end }: Mention): string => text.slice(start, end);
  return retyped(withTitles(extraction, by), surface, by);
}

function retyped(extraction: Extraction, surface: (mention: Mention) => string, by: string): Extraction {
  const names = extraction.mentions.filter(({ kind, referent }) => kind === 'name' && referent === null);
  const ships = new Set(names.filter((name) => isVessel(extraction, name)).map(surface));
  if (ships.size === 0) return extraction;
  const settled = names.filter((name) => ships.has(surface(name)) && name.type !== 'Product');
  return retypeNames(extraction, new Set(settled), 'Product', by);
}

function isVessel(extraction: Extraction, { start, type }: Mention): boolean {
  const before = tokenAfter(extraction, start) - 1;
  if (PREFIX.test(spellingAt(extraction, before)) || PREFIX.test(spellingAt(extraction, before + 1))) return true;
  if (!VESSEL.test(wordAt(extraction, before)) || /^\p{Lu}/u.test(spellingAt(extraction, before))) return false;
  // "the low-cost carrier Norair", "freighter operator": a carrier is a ship beside "aircraft" alone.
  return wordAt(extraction, before) === 'carrier' ? wordAt(extraction, before - 1) === 'aircraft' : type !== 'Group';
}

const TITLE = /^(?:Lady|Lord|Queen|King|Princess|Prince|Duke|Duchess|Captain|Saint|Miss)$/;

/** "the ferry |Lady Orla|": titles belong to the name of a ship. */
function withTitles(extraction: Extraction, by: string): Extraction {
  const mentions = extraction.mentions.map((mention) => {
    const first = tokenAfter(extraction, mention.start);
    const isTitled = mention.kind === 'name' && TITLE.test(spellingAt(extraction, first - 1));
    if (!isTitled || !VESSEL.test(wordAt(extraction, first - 2))) return mention;
    const last = tokenAfter(extraction, mention.end - 1);
    return makeMention(extraction, { first: first - 1, last, type: 'Product', kind: 'name', score: mention.score, by });
  });
  return withLayers(extraction, { mentions });
}
