// What a judge or court does to somebody by its office, and so opposes nobody: "Judge Ada Quill sentenced Boris Hale".
import type { Extraction, Mention } from '../model/extraction.ts';
import type { Span } from '../model/span.ts';
import { lemmaAt, tokenAfter, wordAt } from './words.ts';

/** Nobody else does these. */
const SENTENCING = /^(?:sentence|convict)$/;
/** What somebody is found to be by a court. */
export const VERDICT = /^(?:guilty|innocent|liable|responsible)$/;
/** A government that jails its critics opposes them; a court does not. */
const JAILING = /^(?:jail|imprison|detain)$/;
const JUDGE = /\b(?:courts?|tribunals?|judges?|jury|juries|magistrates?)\b/i;

/** True where a verb of the cue judges its object, or jails it and the subject is a judge or court by its words or title; of these also without a cue. */
export function isJudgement(extraction: Extraction, subject: Mention, cue: Span | null): boolean {
  if (cue === null) return isJudge(extraction, subject);
  const lemmas: string[] = [];
  for (let at = tokenAfter(extraction, cue.start); (extraction.tokens[at]?.start ?? cue.end) < cue.end; at += 1)
    lemmas.push(lemmaAt(extraction, at));
  const says = (verbs: RegExp): boolean => lemmas.some((lemma) => verbs.test(lemma));
  return says(SENTENCING) || (says(JAILING) && isJudge(extraction, subject));
}

function isJudge(extraction: Extraction, { start, end }: Mention): boolean {
  const title = wordAt(extraction, tokenAfter(extraction, start) - 1);
  return JUDGE.test(title) || JUDGE.test(extraction.document.text.slice(start, end));
}
