// The pattern language: optional words, gaps, slots and cues.
import { describe, expect, it } from 'vitest';
import type { Unit } from '../../../src/extract/relations/clause.ts';
import { compilePattern, matchPattern } from '../../../src/extract/relations/pattern.ts';
import type { Mention } from '../../../src/model/extraction.ts';

const mention = { type: 'Person', referent: null } as unknown as Mention;

/** Words with an upper-case letter are persons. */
function unitsOf(text: string): Unit[] {
  let start = 0;
  return text.split(' ').map((word) => {
    const unit = {
      start,
      end: start + word.length,
      text: word.toLowerCase(),
      lemma: word,
      upos: word === 'ran' ? 'VERB' : 'NOUN',
      mention: /^[A-Z]/.test(word) ? mention : null,
    };
    start += word.length + 1;
    return unit;
  });
}

const matches = (pattern: string, text: string) => matchPattern(compilePattern(pattern), unitsOf(text), 0);

describe('patterns', () => {
  it('takes or leaves an optional word', () => {
    expect(matches('{subject:Person} was? here', 'Ada here')).not.toBeNull();
    expect(matches('{subject:Person} was? here', 'Ada was here')).not.toBeNull();
    expect(matches('{subject:Person} was? here', 'Ada is here')).toBeNull();
  });

  it('bridges a gap of plain words, but no verb and not too many', () => {
    expect(matches('{subject:Person} ~2 here', 'Ada one two here')).not.toBeNull();
    expect(matches('{subject:Person} ~2 here', 'Ada one two three here')).toBeNull();
    expect(matches('{subject:Person} ~2 here', 'Ada ran here')).toBeNull();
  });

  it('marks the cue, whole or of several words', () => {
    expect(matches('{subject:Person} was? [born (in|at)] {object:Person}', 'Ada was born in Bea')?.cue).toEqual({
      start: 8,
      end: 15,
    });
    expect(matches('{subject:Person} [met with?] {object:Person}', 'Ada met Bea')?.cue).toEqual({ start: 4, end: 7 });
  });

  it('reads brackets as words', () => {
    expect(matches('{subject:Person} ( born )', 'Ada ( born )')).not.toBeNull();
  });

  it('refuses a mention of another type', () => {
    expect(matches('{subject:Place} here', 'Ada here')).toBeNull();
  });
});
