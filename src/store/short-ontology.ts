// The short form of a user's ontology: one relation a line, added to the built-in one ("SANCTIONED: sanction, blacklist; Place → Person").
import { KnownError } from '../errors.ts';
import type { Ontology, RelationType } from '../model/ontology.ts';

const NAME = /^\p{Lu}[\p{Lu}\p{N}_]*$/u;
const ENTRY = /^\s*([\p{L}\p{N}_]+)\s*:(.*)$/u;
const ARROW = /→|->/;

/** True where a file is written in the short form: its first line that says anything is `NAME: …`, and NAME is in capitals. */
export function isShortForm(text: string): boolean {
  const first = text.split('\n').find((line) => meaningOf(line) !== '') ?? '';
  const name = ENTRY.exec(first)?.[1] ?? '';
  return NAME.test(name);
}

/**
 * `base` with the lines of the file: `NAME: triggers; domain → range` adds a relation or takes the place of the built-in one of
 * that name, `; symmetric` after it makes it so, `NAME: none` drops it. `#` opens a comment.
 * @throws KnownError bad-ontology, naming the line
 */
export function readShortForm(text: string, name: string, base: Ontology): Ontology {
  const things = new Set(base.entityTypes.map((type) => type.name));
  const relations = new Map(base.relationTypes.map((type) => [type.name, type]));
  const seen = new Set<string>();
  for (const [index, line] of text.split('\n').entries()) {
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
    if (!NAME.test(type)) fail(`expected NAME: triggers; domain → range, found "${meaning}"`);
    if (seen.has(type)) fail(`"${type}" is there twice`);
    seen.add(type);
    if (/^\s*none\s*$/.test(rest)) {
      if (!relations.delete(type)) fail(`"${type}" is no relation that could be dropped`);
    } else relations.set(type, readRelation(type, rest, things, relations.get(type), fail));
  }
  const kept = [...relations.values()];
  const names = new Set(kept.map((type) => type.name));
  return {
    ...base,
    // What a dropped relation followed from no longer implies it.
    relationTypes: kept.map((type) => ({ ...type, implies: type.implies.filter((each) => names.has(each)) })),
  };
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
  const triggers = words.split(',').flatMap((word) => word.trim().toLowerCase() || []);
  if (triggers.length === 0) fail('expected a verb or a title before ";", found none');
  if (ends === undefined) return fail('expected "; domain → range" after the triggers, found nothing');
  const [left = '', right, ...others] = ends.split(ARROW);
  if (right === undefined || others.length > 0) return fail(`expected domain → range, found "${ends}"`);
  const domain = readTypes(left, things, fail);
  const range = readTypes(right, things, fail);
  if ((flag !== undefined && flag !== 'symmetric') || more.length > 0)
    fail(`expected "symmetric" or nothing after the types, found "${[flag, ...more].join('; ')}"`);
  return {
    name,
    label: known?.label ?? name.toLowerCase().replaceAll('_', ' '),
    domain,
    range,
    symmetric: flag === 'symmetric' || (known?.symmetric ?? false),
    functional: known?.functional ?? null,
    implies: known?.implies ?? [],
    family: known?.family ?? 'other',
    triggers,
  };
}

function readTypes(text: string, things: ReadonlySet<string>, fail: (found: string) => never): readonly string[] {
  const types = text.split('|').map((type) => type.trim());
  for (const type of types)
    if (!things.has(type)) fail(`"${type}" is no type of entity; there are ${[...things].join(', ')}`);
  return types;
}
