// The step that reads forms: what a label says of whom the page is about ("Founder", "Registered office", "Date of birth").
import type { Extraction, Mention, Relation, Sentence, TimeRange } from '../../model/extraction.ts';
import { makeId } from '../../model/id.ts';
import type { Ontology } from '../../model/ontology.ts';
import { containsSpan, type Span, sliceSpan } from '../../model/span.ts';
import { sentencesIn } from '../by-sentence.ts';
import { addRelations, makeRelation } from '../relations/make-relation.ts';
import type { Step } from '../step.ts';
import { timeRangeOf } from '../values/values.ts';
import { FIELD_RELATIONS, type Field, type Form, findForms, MEASURES } from './read-forms.ts';

const BY = 'fields@1';
/** Guessed: no annotated text has such lines. */
const SCORE = 0.9;
/** Roles in brackets behind a name that make it the head of the body. */
const LEADING =
  /^(?:ceo|chief executive|chair|president|managing director|general director|executive director|head|founder)/i;
const SHARE = /(?:%|per ?cent)$/i;

export const fieldsStep: Step = {
  name: BY,
  requires: ['sentences', 'mentions', 'values'],
  assigns: ['relations'],
  run: (extraction, { ontology }) => {
    const found = findForms(extraction).flatMap((form) =>
      form.fields.flatMap((field) => [
        ...typedRelations(extraction, ontology, form, field),
        ...measures(extraction, form, field),
      ]),
    );
    return found.length === 0 ? extraction : addRelations(extraction, found);
  },
};

function typedRelations(extraction: Extraction, ontology: Ontology, { topic }: Form, field: Field): Relation[] {
  const values = outermost(extraction.mentions.filter((mention) => isValue(mention, topic, field)));
  return FIELD_RELATIONS.filter(({ labels }) => labels.includes(field.label)).flatMap(({ type, topic: end }) =>
    values.flatMap((value) => {
      const role = roleBehind(extraction, value);
      const [subject, object] = end === 'subject' ? [topic, value] : [value, topic];
      const typed = makeRelation(extraction, ontology, {
        ...{ subject, object, predicate: role ?? field.label, cue: field.labelSpan, score: SCORE, by: BY },
        type: role !== null && type === 'WORKS_FOR' && LEADING.test(role) ? 'LEADS' : type,
        sentence: passageOf(extraction, field, value),
        time: value.type === 'Time' ? timeRangeOf(extraction, value) : termBehind(extraction, value),
      });
      return [...typed, ...(type === 'OWNED_BY' ? stakes(extraction, topic, field, value) : [])];
    }),
  );
}

/** Names and dates of a value; of a name inside another only the longer. */
function isValue(mention: Mention, topic: Mention, { value }: Field): boolean {
  const isNamed = mention.kind === 'name' || (mention.type === 'Time' && mention.literal !== null);
  return isNamed && mention.id !== topic.id && containsSpan(value, mention);
}

function outermost(mentions: readonly Mention[]): Mention[] {
  return mentions.filter(
    (mention) =>
      !mentions.some(
        (other) =>
          other !== mention && containsSpan(other, mention) && other.end - other.start > mention.end - mention.start,
      ),
  );
}

/** "Ingrid Hofer |(CEO)|", in small letters; null where no role stands in brackets behind the name. */
function roleBehind({ document }: Extraction, { end, type }: Mention): string | null {
  const words = /^\s*\(([^()\d]{2,40})\)/.exec(document.text.slice(end, end + 48))?.[1];
  return type === 'Person' && words !== undefined ? words : null;
}

/** "(appointed 3 May 2012; resigned 1 June 2016)", "(since 2015)": the term in brackets behind a name. */
function termBehind(extraction: Extraction, { end, type }: Mention): TimeRange | null {
  const { text } = extraction.document;
  const bracket = /^\s*\(([^()]{4,90})\)/.exec(text.slice(end, end + 100))?.[0];
  if (bracket === undefined || type !== 'Person') return null;
  const dates = extraction.mentions.filter(
    (mention) => mention.type === 'Time' && mention.start >= end && mention.end <= end + bracket.length,
  );
  const after = (lead: RegExp): string | null => {
    const date = dates.find(({ start }) => lead.test(text.slice(end, start)));
    return (date && timeRangeOf(extraction, date)?.from) ?? null;
  };
  const [from, to] = [
    after(/(?:appointed|since|from|elected)\s*(?:on\s*)?:?\s*$/i),
    after(/(?:resigned|until|to|left|ceased)\s*(?:on\s*)?:?\s*$/i),
  ];
  return from === null && to === null ? null : { from, to, text: bracket.trim() };
}

/** "Castor Capital |(40%)|", "Ada Quill: |700 shares|" */
function stakes(extraction: Extraction, topic: Mention, field: Field, owner: Mention): Relation[] {
  const { text } = extraction.document;
  const share = extraction.mentions.find(
    (mention) =>
      mention.type === 'Quantity' &&
      mention.start >= owner.end &&
      /^[\s(,:–-]*$/.test(text.slice(owner.end, mention.start)) &&
      (SHARE.test(sliceSpan(text, mention)) || /^shares?$/.test(mention.literal?.unit ?? '')),
  );
  const what = share?.literal?.unit?.startsWith('share') ? 'shares' : 'stake';
  return share
    ? [openRelation(extraction, field, owner, share, `${what} in ${inSmallLetters(sliceSpan(text, topic))}`)]
    : [];
}

/** "HARROW MOTORS LTD" → "Harrow Motors Ltd" */
function inSmallLetters(name: string): string {
  const isShouted = /\s/.test(name) && name === name.toUpperCase();
  return isShouted ? name.toLowerCase().replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase()) : name;
}

/** "Employees: 8,450" */
function measures(extraction: Extraction, { topic }: Form, field: Field): Relation[] {
  if (!MEASURES.has(field.label)) return [];
  const quantity = extraction.mentions.find(
    (mention) => mention.type === 'Quantity' && mention.literal !== null && containsSpan(field.value, mention),
  );
  return quantity ? [openRelation(extraction, field, topic, quantity, field.label)] : [];
}

function openRelation(
  extraction: Extraction,
  field: Field,
  subject: Mention,
  quantity: Mention,
  predicate: string,
): Relation {
  const { start, end } = passageOf(extraction, field, quantity);
  return {
    id: makeId('relation', extraction.document.id, subject.id, quantity.id, predicate, BY),
    ...{ subject: subject.id, object: quantity.id, literal: quantity.literal, type: null, predicate },
    ...{ cue: field.labelSpan, evidence: { start, end }, polarity: 'positive', modality: 'actual' },
    ...{ attribution: null, time: null, score: SCORE, by: BY },
  };
}

/** From the line of the label to that of the value. */
function passageOf(extraction: Extraction, { labelSpan }: Field, value: Span): Sentence {
  const around = sentencesIn(extraction, { start: labelSpan.start, end: value.end });
  const [first, last] = [around[0] as Sentence, around.at(-1) as Sentence];
  return { ...first, start: first.start, end: last.end, lastToken: last.lastToken };
}
