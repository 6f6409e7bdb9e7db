// Whether a new word of a person can hold beside the earlier ones: the one place that is asked, whoever decides.
import { KnownError } from './errors.ts';
import type { Extraction } from './model/extraction.ts';
import type { Decision } from './model/graph.ts';
import { findContradicted } from './resolve/index.ts';
import {
  chooseOntology,
  type GraphState,
  type Judgement,
  type ListedDocument,
  placeJudgements,
} from './store/index.ts';

/** A word that could not hold with these judgements and could with those before: the newest of them; null where there is none. */
export type Contradicts = (after: readonly Judgement[]) => Judgement | null;

/** Gives a document's extraction as the graph keeps it. */
export type Load = (listed: ListedDocument) => Extraction;

/** Whoever decides, in the terminal, on the page or by a file, is asked here whether earlier words forbid it. */
export function askWords({ judgements, documents, ontology, metonyms }: GraphState, load: Load): Contradicts {
  const { used } = chooseOntology(ontology);
  const lost = (words: readonly Judgement[], extractions: readonly Extraction[]): ReadonlySet<string> => {
    const placed = placeJudgements(words, extractions);
    return new Set(findContradicted(extractions, placed, used, { metonyms }).map(pairOf));
  };
  const old = new Set(judgements);
  return (after) => {
    const added = after.filter((judgement) => !old.has(judgement));
    const around = documentsAround(added, after, documents).map(load);
    const before = lost(judgements, around);
    const found = [...lost(after, around)].filter((pair) => !before.has(pair));
    if (found.length === 0) return null;
    return added.findLast((judgement) => found.includes(pairOf(judgement.decision))) ?? added.at(-1) ?? null;
  };
}

const pairOf = ({ left, right }: Pick<Decision, 'left' | 'right'>): string => [left, right].sort().join();

/** The documents of these judgements, and of all that others of `all` tie to them: words on the rest cannot contradict them. */
function documentsAround(
  judgements: readonly Judgement[],
  all: readonly Judgement[],
  documents: readonly ListedDocument[],
): readonly ListedDocument[] {
  const keysOf = ({ left, right }: Judgement): string[] =>
    [left, right].flatMap(({ document, source }) => [document, source]);
  const keys = new Set(judgements.flatMap(keysOf));
  for (let size = 0; size < keys.size; ) {
    size = keys.size;
    for (const own of all.map(keysOf)) if (own.some((key) => keys.has(key))) for (const key of own) keys.add(key);
  }
  return documents.filter(({ id, places }) => keys.has(id) || places.some(({ source }) => keys.has(source)));
}

/** @param refused The word that cannot hold. */
export function contradicted({ decision, left, right }: Judgement): KnownError {
  const wish = decision.verdict === 'same' ? 'could be one' : 'could be parted';
  const say = ({ surface, source }: Judgement['left']): string => `“${surface}” (${source})`;
  return new KnownError(
    'bad-input',
    `stemma: expected that ${say(left)} and ${say(right)} ${wish}, found that earlier decisions say otherwise`,
    'Nothing was kept. See the earlier ones with `stemma decisions`; `stemma undo` takes back the last.',
  );
}
