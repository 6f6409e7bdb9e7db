// Terms that a contract, report or judgment sets for a name: "Norair Group plc (“Norair” or the “Company”)", "(hereinafter the “Agency”)".
import type { Extraction, Mention } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';

/** A name with a term that stands for it from there on; `span`: the term where it is set. */
export interface DefinedTerm {
  readonly name: Mention;
  readonly term: string;
  readonly span: Span;
}

/** What stands between a name and its terms: an opening bracket, words of defining, quotation marks. */
const OPENING =
  /^,?\s*\(\s*(?:(?:hereinafter|hereafter|herein|henceforth|collectively|together|each|individually|referred to as|known as|also|or|as|and|the|an?|our)[\s,]+){0,5}(?=["“‘])/i;
const TERM = /["“‘](?:the\s+)?(\p{Lu}[\p{L}\p{N}&.' -]{1,38}?)["”’]/u;
/** "or the" between two terms of one name. */
const NEXT = /^[\s,]*(?:(?:or|and|the|collectively|together)[\s,]*){0,4}(?=["“‘])/i;
const MOST_TERMS = 3;

/** Terms in order of the text. Linear: behind each name at most MOST_TERMS are read. */
export function findDefinedTerms({ document, mentions }: Extraction): DefinedTerm[] {
  const { text } = document;
  const names = mentions.filter(({ kind, type }) => kind === 'name' && !/^(?:Time|Quantity)$/.test(type));
  return names.flatMap((name) => {
    const opening = OPENING.exec(text.slice(name.end, name.end + 80));
    const found: DefinedTerm[] = [];
    let at = opening === null ? -1 : name.end + opening[0].length;
    while (at >= 0 && found.length < MOST_TERMS) {
      const match = TERM.exec(text.slice(at, at + 48));
      if (match?.index !== 0) break;
      const [quoted, term = ''] = match;
      const start = at + quoted.indexOf(term);
      found.push({ name, term, span: { start, end: start + term.length } });
      const next = NEXT.exec(text.slice(at + quoted.length, at + quoted.length + 40));
      at = next === null ? -1 : at + quoted.length + next[0].length;
    }
    return found;
  });
}
