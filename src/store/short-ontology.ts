// The short form of a user's ontology: one relation a line, added to the built-in one ("SANCTIONED: sanction, blacklist; Place → Person").
import { KnownError } from '../errors.ts';
import { haveSameTypes, type Ontology, OTHER_FAMILY, type RelationType, toTrigger } from '../model/ontology.ts';
import { refuseRelationship } from '../model/reserved-names.ts';

const NAME = /^\p{Lu}[\p{Lu}\p{N}_]*$/u;
const ENTRY = /^\s*([\p{L}\p{N}_]+)\s*:(.*)$/u;
const ARROW = /→|->/;
/** How a file in JSON or YAML begins. */
const LONG_FORM = /^(?:[[{%"'-]|(?:version|entityTypes|relationTypes)\s*:)/;
const TRIGGER = /^[\p{L}\p{N}][\p{L}\p{N}'’ -]*$/u;
/** Letters of a line that are told back: the whole file may be one. */
const LONGEST_FOUND = 80;

/** True where the first line that says anything does not open a file in JSON or YAML: whoever slips in a line is to hear of that line. */
export function isShortForm(text: string): boolean {
  const first = linesOf(text)
    .map(meaningOf)
    .find((line) => line !== '');
  return first !== undefined && !LONG_FORM.test(first);
}

/**
 * `base` with the lines of the file: `NAME: triggers; domain → range` adds a relation or takes the place of the built-in one of
 * that name, `; symmetric` after it makes it so, `NAME: none` drops it. `#` opens a comment. Relations of the file stand first:
 * where a trigger is that of a built-in one, too, it is the user's that is meant.
 * @throws KnownError bad-ontology, naming the line
 */
export function readShortForm(text: string, name: string, base: Ontology): Ontology {
  const things = new Set(base.entityTypes.map((type) => type.name));
  const relations = new Map(base.relationTypes.map((type) => [type.name, type]));
  const own: RelationType[] = [];
  const seen = new Set<string>();
  for (const [index, line] of linesOf(text).entries()) {
    const meaning = meaningOf(line);
    if (meaning === '') continue;
    const fail = (found: string): never => {
      throw new KnownError(
        'bad-ontology',
        `ontology: ${name}, line ${index + 1}: ${found}`,
        'Write one relation a line: SANCTIONED: sanction, blacklist; Place|Organization → Person|Organization',
      );
    };
    const [, type = '', rest = ''] = ENTRY.exec(meaning) ?? [];
    if (!NAME.test(type))
      fail(`expected NAME: triggers; domain → range, NAME in capitals, found "${meaning.slice(0, LONGEST_FOUND)}"`);
    const refused = refuseRelationship(type);
    if (refused !== null) fail(refused);
    if (seen.has(type)) fail(`"${type}" is there twice`);
    seen.add(type);
    if (/^\s*none\s*$/.test(rest)) {
      if (!relations.delete(type)) fail(`"${type}" is no relation that could be dropped`);
    } else {
      own.push(readRelation(type, rest, things, relations.get(type), fail));
      relations.delete(type);
    }
  }
  const kept = [...own, ...relations.values()];
  const names = new Set(kept.map((type) => type.name));
  return {
    ...base,
    // What a dropped relation followed from no longer implies it.
    relationTypes: kept.map((type) => ({ ...type, implies: type.implies.filter((each) => names.has(each)) })),
  };
}

/** Of Windows and others: a `\r` that is left would keep a comment from ending. */
function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/);
}

function meaningOf(line: string): string {
  return line.replace(/(?:^|\s)#.*$/, '').trim();
}

function readRelation(
  name: string,
  rest: string,
  things: ReadonlySet<string>,
  known: RelationType | undefined,
  fail: (found: string) => never,
): RelationType {
  const [words = '', ends, flag, ...more] = rest.split(';').map((part) => part.trim());
  const triggers = words.split(',').flatMap((word) => toTrigger(word) || []);
  if (triggers.length === 0) fail('expected a verb or a noun before ";", found none');
  for (const trigger of triggers)
    if (!TRIGGER.test(trigger)) fail(`expected verbs or nouns with commas between them, found "${trigger}"`);
  if (ends === undefined) return fail('expected "; domain → range" after the triggers, found nothing');
  const [left = '', right, ...others] = ends.split(ARROW);
  if (right === undefined || others.length > 0) return fail(`expected domain → range, found "${ends}"`);
  const domain = readTypes(left, things, fail);
  const range = readTypes(right, things, fail);
  if ((flag !== undefined && flag !== 'symmetric') || more.length > 0)
    fail(`expected "symmetric" or nothing after the types, found "${[flag, ...more].join('; ')}"`);
  const isEven = haveSameTypes(domain, range);
  if (flag === 'symmetric' && !isEven)
    fail(`expected the same types on both sides of a symmetric relation, found "${ends}"`);
  return {
    name,
    label: known?.label ?? name.toLowerCase().replaceAll('_', ' '),
    domain,
    range,
    symmetric: flag === 'symmetric' || (isEven && (known?.symmetric ?? false)),
    functional: known?.functional ?? null,
    implies: known?.implies ?? [],
    family: known?.family ?? OTHER_FAMILY,
    triggers,
  };
}

function readTypes(text: string, things: ReadonlySet<string>, fail: (found: string) => never): readonly string[] {
  const types = text.split('|').map((type) => type.trim());
  if (text.trim() === '') fail('expected types of entities on both sides of the arrow, found none on one');
  for (const type of types)
    if (!things.has(type)) fail(`"${type}" is no type of entity; there are ${[...things].join(', ')}`);
  return types;
}
