// Open facts and gold tuples as rows of words, in the tokenisation that the gold uses.
import type { Extraction, Fact } from '../../../src/model/extraction.ts';
import type { Span } from '../../../src/model/span.ts';

/** Words of a tuple; `args[0]` is the subject. `confidence` is 1 for gold. */
export interface WordTuple {
  readonly predicate: readonly string[];
  readonly args: readonly (readonly string[])[];
  readonly confidence: number;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '``': '"',
  "''": '"',
  '-LRB-': '(',
  '-RRB-': ')',
  '-LSB-': '[',
  '-RSB-': ']',
  '-LCB-': '{',
  '-RCB-': '}',
};

/**
 * Where each space-separated token of a tokenised sentence stands in the running text, in order; null for one that is not
 * there. Penn escapes are read as the marks they stand for.
 */
export function alignTokens(tokens: readonly string[], text: string): (Span | null)[] {
  let place = 0;
  return tokens.map((token) => {
    const forms = [token, ESCAPES[token] ?? token];
    for (let start = place; start < Math.min(text.length, place + 12); start += 1) {
      const form = forms.find((each) => text.startsWith(each, start));
      if (form === undefined) continue;
      place = start + form.length;
      return { start, end: place };
    }
    return null;
  });
}

/** The facts of an extraction as tuples over the tokens of the gold's own sentence. An empty object is left out. */
export function toWordTuples(extraction: Extraction, sourceText: string): WordTuple[] {
  const tokens = sourceText.split(/\s+/).filter((token) => token !== '');
  const spans = alignTokens(tokens, extraction.document.text);
  const wordsIn = (span: Span): string[] =>
    tokens.filter((_, index) => {
      const at = spans[index];
      return at !== null && at !== undefined && at.start < span.end && span.start < at.end;
    });
  return extraction.facts.map((fact) => ({
    predicate: predicateWords(extraction, fact, wordsIn),
    args: [fact.subject, ...(fact.object ? [fact.object] : []), ...fact.more].map(wordsIn),
    confidence: fact.score,
  }));
}

/** The predicate's own words, in order, out of the stretch that its span covers. */
function predicateWords(extraction: Extraction, fact: Fact, wordsIn: (span: Span) => string[]): string[] {
  const covered = extraction.document.text.slice(fact.predicateSpan.start, fact.predicateSpan.end);
  const all = wordsIn(fact.predicateSpan);
  if (covered === fact.predicate) return all;
  let rest = fact.predicate;
  return all.filter((word) => {
    const form = ESCAPES[word] ?? word;
    const trimmed = rest.trimStart();
    if (!trimmed.startsWith(form)) return false;
    rest = trimmed.slice(form.length);
    return true;
  });
}
