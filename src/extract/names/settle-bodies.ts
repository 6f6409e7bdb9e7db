// Names whose type their words settle, whatever the encoder takes them for: "U.N." is a body, "No. 2" is no name.
import { type Extraction, type Mention, withLayers } from '../../model/extraction.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { retypeName } from './make-mention.ts';

const ACRONYMS = readLexicon<{ readonly names: Readonly<Record<string, string>> }>('acronyms').names;
const BODIES = new Set([...Object.keys(ACRONYMS), ...Object.values(ACRONYMS)]);
const NUMBER = /^(?:No|Nos|Number)\.?\s*\d+$/i;

/** Known bodies of states are Organizations; numbers are left out. */
export function settleBodies(extraction: Extraction, by: string): Extraction {
  const mentions = extraction.mentions.flatMap((mention): Mention[] => {
    if (mention.kind !== 'name') return [mention];
    const surface = extraction.document.text.slice(mention.start, mention.end);
    if (NUMBER.test(surface)) return [];
    const isBody = BODIES.has(surface.replace(/^the /i, '')) || BODIES.has(surface.replaceAll('.', ''));
    if (!isBody || !/^(?:Place|Other)$/.test(mention.type)) return [mention];
    return [retypeName(extraction, mention, 'Organization', by)];
  });
  return withLayers(extraction, { mentions });
}
