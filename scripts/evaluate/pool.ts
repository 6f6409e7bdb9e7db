// Candidate relations of the dev part that two readers judged (data/annotations/relations/pooled.jsonl): what they said, and how far they agree.
import { readJsonLines } from './corpora.ts';

const FILE = new URL('../../data/annotations/relations/pooled.jsonl', import.meta.url);

/** A type, the offsets of two mentions in code points, and a verdict of each reader: `y` stated, `o` optional, `n` neither. */
export type PooledCandidate = readonly [
  type: string,
  from: number,
  to: number,
  start: number,
  end: number,
  verdicts: string,
];

export interface PooledDocument {
  readonly document: string;
  readonly candidates: readonly PooledCandidate[];
}

/** The lines of the file. */
export function readPool(): readonly PooledDocument[] {
  return readJsonLines(FILE);
}

/** Of how many candidates both readers say the same, and Cohen's kappa (1960): 0 is what chance alone gives, 1 no difference. */
export function poolAgreement(pool: readonly PooledDocument[]): { same: number; all: number; kappa: number } {
  const verdicts = pool.flatMap(({ candidates }) => candidates.map((candidate) => candidate[5]));
  const all = verdicts.length;
  const same = verdicts.filter(([first, second]) => first === second).length;
  const share = (place: number, verdict: string): number =>
    verdicts.filter((both) => both[place] === verdict).length / all;
  const byChance = [...'yon'].reduce((sum, verdict) => sum + share(0, verdict) * share(1, verdict), 0);
  return { same, all, kappa: (same / all - byChance) / (1 - byChance) };
}
