// What speaks for a pronoun's antecedent by place: in whose clause it stands, how much in view the entity is, who is quoted.
// Salience by role and distance follows Lappin & Leass (1994), the climb through the clauses Hobbs (1978).
import type { Extraction } from '../../model/extraction.ts';
import { headOf, relationAt, subjectOf } from '../tree.ts';
import type { EntityView, Tell } from './entity-view.ts';
import { layoutOf } from './layout.ts';
import type { ReadMention } from './read-mention.ts';

/** What a mention weighs in view by its role, and how much of it is left a sentence later. */
const IN_VIEW = { subject: 1, object: 0.6, owner: 0.6, other: 0.4 } as const;
const FADING = 0.6;
/** What is left after so many sentences, worked out once. */
const LEFT: number[] = [];
/** Clauses climbed from a pronoun. */
const MOST_CLAUSES = 3;
/** Words climbed; a pronoun stands no deeper in its sentence. */
const MOST_STEPS = 12;
const CLAUSE = new Set(['root', 'advcl', 'ccomp', 'xcomp', 'conj', 'acl', 'parataxis', 'csubj']);

type NamesOf = (name: string) => { readonly plain: string; readonly byRole: string };

/** Names of features with a mention's manner, and with its role too: made once, since each is looked up for every entity. */
const names = new Map<string, NamesOf>();

function namesFor({ manner, role }: ReadMention): NamesOf {
  const key = `${manner} ${role}`;
  const known = names.get(key);
  if (known) return known;
  const made = new Map<string, ReturnType<NamesOf>>();
  const namesOf: NamesOf = (name) => {
    let both = made.get(name);
    if (both === undefined) {
      both = { plain: `${name} ${manner}`, byRole: `${name} ${key}` };
      made.set(name, both);
    }
    return both;
  };
  names.set(key, namesOf);
  return namesOf;
}

export function pronounFeatures(extraction: Extraction, mention: ReadMention, entity: EntityView, tell: Tell): void {
  const namesOf = namesFor(mention);
  const sign = (name: string, holds: boolean): void => {
    if (!holds) return;
    const { plain, byRole } = namesOf(name);
    tell(plain, 1);
    tell(byRole, 1);
  };
  const nearest = entity.mentions.at(-1) as ReadMention;
  const apart = Math.max(0, mention.sentence - nearest.sentence);
  tell(namesOf('view').plain, Math.log(viewWeight(mention, entity.mentions)));
  sign(`nearer ${Math.min(entity.nearer, 3)}`, true);
  sign('first', entity.isFirst);
  sign(`role ${nearest.role} ${Math.min(apart, 2)}`, true);
  sign(`relation ${nearest.relation}`, true);
  const isSubject = (sentence: number, main: boolean): boolean =>
    entity.mentions.some((each) => each.sentence === sentence && each.role === 'subject' && (each.isMain || !main));
  sign('subject here', isSubject(mention.sentence, false));
  sign('main here', isSubject(mention.sentence, true));
  sign('main before', isSubject(mention.sentence - 1, true));
  const { subjects, relation } = clausesAround(extraction, mention);
  const isHead = (word: number | undefined): boolean => entity.mentions.some(({ head }) => head === word);
  for (let climbed = 0; climbed < subjects.length; climbed += 1) sign(`clause ${climbed}`, isHead(subjects[climbed]));
  sign(`above ${relation}`, isHead(subjects[0]));
  sign(`paragraph ${Math.min(2, mention.paragraph - nearest.paragraph)}`, true);
  const [inside, other] = [mention.quotation >= 0, nearest.quotation >= 0];
  sign('quoted together', inside && mention.quotation === nearest.quotation);
  sign('quoted apart', inside && other && mention.quotation !== nearest.quotation);
  sign('out of marks', !inside && other);
  sign('into marks', inside && !other);
  const speakers = layoutOf(extraction).quotations[mention.quotation]?.speakers;
  sign('speaker', speakers !== undefined && entity.mentions.some(({ head }) => speakers.has(head)));
}

/** How much the mentions of an entity keep it in view at another mention: the nearer and the higher in the clause, the more. */
function viewWeight(mention: ReadMention, before: readonly ReadMention[]): number {
  let view = 0;
  for (const { role, sentence } of before) view += IN_VIEW[role] * leftAfter(Math.max(0, mention.sentence - sentence));
  return view;
}

function leftAfter(sentences: number): number {
  const left = LEFT[sentences] ?? FADING ** sentences;
  LEFT[sentences] = left;
  return left;
}

/** What lies above a mention in its sentence. */
interface Clauses {
  /** Heads of the subjects, innermost first. */
  readonly subjects: readonly number[];
  /** Of the innermost clause. */
  readonly relation: string;
}

/** By mention: worked out once, and asked for every entity that it may stand for. */
const clauses = new WeakMap<ReadMention, Clauses>();

function clausesAround(extraction: Extraction, mention: ReadMention): Clauses {
  let known = clauses.get(mention);
  if (known === undefined) {
    const relation = relationAt(extraction, clauseOf(extraction, mention.head));
    known = { subjects: clauseSubjects(extraction, mention), relation };
    clauses.set(mention, known);
  }
  return known;
}

/** The predicate of the innermost clause around a word; the word itself where there is none. */
function clauseOf(extraction: Extraction, word: number): number {
  let at = word;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const above = headOf(extraction, at);
    if (above < 0) return at;
    at = above;
    if (CLAUSE.has(relationAt(extraction, at))) return at;
  }
  return at;
}

/** Heads of the subjects of the clauses around a mention, innermost first; -1 for a clause without one, and for the mention's own. */
function clauseSubjects(extraction: Extraction, { head }: ReadMention): number[] {
  const subjects: number[] = [];
  let at = headOf(extraction, head);
  for (let steps = 0; steps < MOST_STEPS && at >= 0 && subjects.length < MOST_CLAUSES; steps += 1) {
    const relation = relationAt(extraction, at);
    if (CLAUSE.has(relation)) {
      const subject = subjectOf(extraction, at)?.head ?? -1;
      if (subject !== head && (subject >= 0 || relation !== 'xcomp')) subjects.push(subject);
    }
    at = headOf(extraction, at);
  }
  return subjects;
}
