// Names whose type their words settle, whatever the encoder takes them for: "U.N." is a body, "No. 2" is no name.
import { type Extraction, type Mention, withLayers } from '../../model/extraction.ts';
import { isKnownPlace } from '../lexicon/countries.ts';
import { readLexicon } from '../lexicon/read-lexicon.ts';
import { retypeName } from './make-mention.ts';

const ACRONYMS = readLexicon<{ readonly names: Readonly<Record<string, string>> }>('acronyms').names;
const BODIES = new Set([...Object.keys(ACRONYMS), ...Object.values(ACRONYMS)]);
const NUMBER = /^(?:No|Nos|Number)\.?\s*\d+$/i;

/** Legal forms, which close or open the name of a firm alone. */
const CLOSES =
  /\s(?:Ltd|Limited|LLP|LLC|L\.L\.C|Inc|Incorporated|Corp|plc|PLC|GmbH|AG|[OPC]?JSC|S\.?p\.?A|B\.?V|N\.?V|Oyj?|A\/S|Pty|SARL|KG|S\.A)\.?$/;
const OPENS = /^(?:OOO|OAO|ZAO|PAO|AO|[OPC]?JSC|PT)\s/;

/** Known bodies of states and names with a legal form are Organizations, these also without it; numbers are left out. */
export function settleBodies(extraction: Extraction, by: string): Extraction {
  const firms = firmsOf(extraction);
  const mentions = extraction.mentions.flatMap((mention): Mention[] => {
    if (mention.kind !== 'name') return [mention];
    const surface = extraction.document.text.slice(mention.start, mention.end);
    if (NUMBER.test(surface)) return [];
    const isBody = BODIES.has(surface.replace(/^the /i, '')) || BODIES.has(surface.replaceAll('.', ''));
    const isFirm = firms.has(surface) && /^(?:Person|Place|Other)$/.test(mention.type);
    if (!isFirm && !(isBody && /^(?:Place|Other)$/.test(mention.type))) return [mention];
    return [retypeName(extraction, mention, 'Organization', by)];
  });
  return withLayers(extraction, { mentions });
}

/** Names that a legal form shows to be firms, with it and without; a town may have the name of a firm. */
function firmsOf({ document, mentions }: Extraction): ReadonlySet<string> {
  const firms = new Set<string>();
  for (const { kind, start, end } of mentions) {
    const surface = document.text.slice(start, end);
    if (kind !== 'name' || !(CLOSES.test(surface) || OPENS.test(surface))) continue;
    const bare = surface.replace(CLOSES, '').replace(OPENS, '');
    firms.add(surface);
    if (!isKnownPlace(bare)) firms.add(bare);
  }
  return firms;
}
