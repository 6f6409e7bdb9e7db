// "the president", "the Prime Minister": the person before it to whom the text gave that title, the one last spoken of.
import type { Extraction, Mention } from '../../model/extraction.ts';
import { isOffice, LONGEST_TITLE } from '../lexicon/offices.ts';
import { makeMention } from '../names/make-mention.ts';
import { tagAt, tokenAfter, wordAt } from '../words.ts';
import type { Linked } from './linked.ts';

interface Holder {
  readonly group: number;
  readonly title: string;
  readonly past: boolean;
  /** Where the text gives the title. */
  readonly from: number;
}

/** `names` in reading order. A title that nobody before it bears gives a mention with a number of its own, from `firstFree` on. */
export function findTitleNominals(
  extraction: Extraction,
  names: readonly Linked[],
  by: string,
  score: number,
  firstFree: number,
): Linked[] {
  const people = names.filter(({ mention }) => mention.type === 'Person' && mention.kind === 'name');
  const holders = [...holdersByRelation(extraction, people), ...holdersByPlace(extraction, people)];
  const starts = new Set(extraction.mentions.map(({ start }) => start));
  const linked: Linked[] = [];
  for (const { index } of extraction.tokens) {
    if (wordAt(extraction, index) !== 'the') continue;
    const length = officeLength(extraction, index + 1);
    if (length === 0) continue;
    const last = index + length;
    const next = extraction.tokens[last + 1];
    if (wordAt(extraction, last + 1) === 'of' || next?.upos === 'PROPN' || (next && starts.has(next.start))) continue;
    if (/^(?:NOUN|PART)$/.test(tagAt(extraction, last + 1)) && tagAt(extraction, last + 1) === 'NOUN') continue;
    const title = titleAt(extraction, index + 1, length);
    const start = extraction.tokens[index]?.start ?? 0;
    const group = lastSpokenOf(people, fitting(holders, title, start), start);
    const mention = makeMention(extraction, {
      ...{ first: index, last, type: 'Person', kind: 'nominal', score, by, referent: null },
    });
    linked.push({ mention, group: group ?? firstFree + linked.length });
  }
  return linked;
}

function holdersByRelation({ relations }: Extraction, people: readonly Linked[]): Holder[] {
  const byId = new Map(people.map((person) => [person.mention.id, person]));
  return relations.flatMap(({ subject, predicate, by, time }) => {
    const person = byId.get(subject);
    if (!person || !by.startsWith('titles')) return [];
    return [{ group: person.group, title: predicate.toLowerCase(), past: time !== null, from: person.mention.end }];
  });
}

/** "Prime Minister Ada Quill": the words right before the name are a title, whoever owns the office. */
function holdersByPlace(extraction: Extraction, people: readonly Linked[]): Holder[] {
  return people.flatMap(({ mention, group }) => {
    const first = tokenAfter(extraction, mention.start);
    for (let length = LONGEST_TITLE; length > 0; length -= 1) {
      const title = titleAt(extraction, first - length, length);
      if (!isOffice(title)) continue;
      const past = /^(?:former|ex|late|then)$/.test(wordAt(extraction, first - length - 1));
      return [{ group, title, past, from: mention.end }];
    }
    return [];
  });
}

function officeLength(extraction: Extraction, first: number): number {
  for (let length = LONGEST_TITLE; length > 0; length -= 1)
    if (isOffice(titleAt(extraction, first, length))) return length;
  return 0;
}

function titleAt(extraction: Extraction, first: number, length: number): string {
  const words: string[] = [];
  for (let index = first; index < first + length; index += 1) words.push(wordAt(extraction, index));
  return words.join(' ').replace(/ - /g, '-');
}

/** Who bears the title at that place; those who bore it once only where nobody else does. */
function fitting(holders: readonly Holder[], title: string, start: number): ReadonlySet<number> {
  const all = holders.filter(
    ({ title: held, from }) => from <= start && (held === title || held.endsWith(` ${title}`)),
  );
  const now = all.filter(({ past }) => !past);
  return new Set((now.length > 0 ? now : all).map(({ group }) => group));
}

function lastSpokenOf(people: readonly Linked[], groups: ReadonlySet<number>, start: number): number | undefined {
  let last: Mention | undefined;
  let group: number | undefined;
  for (const person of people) {
    if (person.mention.end > start) break;
    if (!groups.has(person.group)) continue;
    last = person.mention;
    group = person.group;
  }
  return last ? group : undefined;
}
