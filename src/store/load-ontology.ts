// Reads the types of things and relations from data/ontology.json or a user's own file, and says in which line it is wrong.
import { readFileSync } from 'node:fs';
import { isMap, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { KnownError } from '../errors.ts';
import { haveSameTypes, type Ontology, OTHER_FAMILY, toTrigger } from '../model/ontology.ts';
import { refuseLabel, refuseRelationship } from '../model/reserved-names.ts';
import { isShortForm, readShortForm } from './short-ontology.ts';

const BUILT_IN = new URL('../../data/ontology.json', import.meta.url);

const NO_ONTOLOGY = 'expected version, entityTypes and relationTypes, or one relation a line';

/** Names become labels and relationship types of Neo4j, so they are letters, digits and `_`. */
const typeName = z.string().regex(/^\p{L}[\p{L}\p{N}_]*$/u, 'expected a name of letters, digits and _');

const trigger = z.string().transform(toTrigger).pipe(z.string().min(1, 'expected a verb or a noun, found nothing'));

const entityType = z.strictObject({ name: typeName, label: z.string().min(1) });

const relationType = z.strictObject({
  name: typeName,
  label: z.string().min(1),
  domain: z.array(typeName).min(1),
  range: z.array(typeName).min(1),
  symmetric: z.boolean().default(false),
  functional: z.enum(['subject', 'object', 'both']).nullable().default(null),
  implies: z.array(typeName).default([]),
  family: z.string().min(1).default(OTHER_FAMILY),
  triggers: z.array(trigger).default([]),
});

const ontology = z
  .strictObject(
    {
      version: z.number().int().positive(),
      entityTypes: z.array(entityType).min(1),
      relationTypes: z.array(relationType),
    },
    // Only a file that is no such thing at all: the words for a wrong field stay.
    { error: ({ code }) => (code === 'invalid_type' ? NO_ONTOLOGY : undefined) },
  )
  .superRefine(({ entityTypes, relationTypes }, context) => {
    const report = (path: readonly (string | number)[], message: string): void =>
      context.addIssue({ code: 'custom', path: [...path], message });
    const things = new Set<string>();
    for (const [index, { name }] of entityTypes.entries()) {
      const refused = refuseLabel(name);
      if (refused !== null) report(['entityTypes', index, 'name'], refused);
      if (things.has(name)) report(['entityTypes', index, 'name'], `"${name}" is there twice`);
      things.add(name);
    }
    const relations = new Set(relationTypes.map(({ name }) => name));
    const seen = new Set<string>();
    for (const [index, { name, domain, range, implies, symmetric }] of relationTypes.entries()) {
      const at = (...path: (string | number)[]) => ['relationTypes', index, ...path];
      const refused = refuseRelationship(name);
      if (refused !== null) report(at('name'), refused);
      if (seen.has(name)) report(at('name'), `"${name}" is there twice`);
      seen.add(name);
      if (symmetric && !haveSameTypes(domain, range))
        report(at('range'), 'expected the types of the domain, since the relation is symmetric');
      for (const [field, types, known] of [
        ['domain', domain, things],
        ['range', range, things],
        ['implies', implies, relations],
      ] as const) {
        for (const [place, type] of types.entries()) {
          if (!known.has(type)) report(at(field, place), `"${type}" is not among the types of this file`);
        }
      }
    }
  });

/**
 * The ontology in a JSON (or YAML) file, or the built-in one with the lines of a file in the short form; without a path, the
 * built-in one.
 * @throws KnownError bad-ontology naming field and line; path-missing, path-unreadable
 */
export function loadOntology(path?: string): Ontology {
  const text = readText(path ?? BUILT_IN);
  if (path !== undefined && isShortForm(text)) return readShortForm(text, path, loadOntology());
  const quick = ontology.safeParse(parseJson(text));
  if (quick.success) return quick.data;
  // JSON is YAML too, and the slower parser knows the line of everything.
  const name = path ?? 'the built-in ontology';
  const lines = new LineCounter();
  const tree = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [broken] = tree.errors;
  if (broken) throw wrong(name, lines.linePos(broken.pos[0]).line, 'file', broken.message);
  const result = ontology.safeParse(tree.toJS());
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const fields = (issue?.path ?? []).filter((part) => typeof part !== 'symbol');
  throw wrong(name, lineOf(tree, fields, lines), fieldName(fields), issue?.message ?? 'not an ontology');
}

/**
 * The ontology that a build works with: that of `path`, else the graph's own, else the built-in one, which the path
 * `default` also names. `own` is what the graph is to remember.
 * @throws as loadOntology
 */
export function chooseOntology(
  remembered: Ontology | null,
  path?: string,
): { readonly own: Ontology | null; readonly used: Ontology } {
  const own = path === undefined ? remembered : path === 'default' ? null : loadOntology(path);
  return { own, used: own ?? loadOntology() };
}

/** Undefined where it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readText(path: string | URL): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    const isMissing = (cause as { readonly code?: string }).code === 'ENOENT';
    throw new KnownError(
      isMissing ? 'path-missing' : 'path-unreadable',
      `ontology: expected a file at ${path}, found ${isMissing ? 'nothing' : 'that it cannot be opened'}`,
      'Check the path after --ontology.',
      cause,
    );
  }
}

/** Line (from 1) of the field, or of the nearest thing around it that is there. */
function lineOf(
  tree: ReturnType<typeof parseDocument>,
  fields: readonly (string | number)[],
  lines: LineCounter,
): number {
  for (let depth = fields.length; depth > 0; depth -= 1) {
    const parent = depth === 1 ? tree.contents : tree.getIn(fields.slice(0, depth - 1), true);
    const pair = isMap(parent)
      ? parent.items.find((item) => String(item.key) === String(fields[depth - 1]))
      : undefined;
    const node = pair?.key ?? tree.getIn(fields.slice(0, depth), true);
    const [start] = (node as { readonly range?: readonly number[] } | undefined)?.range ?? [];
    if (start !== undefined) return lines.linePos(start).line;
  }
  return 1;
}

/** `relationTypes[3].domain[0]` */
function fieldName(fields: readonly (string | number)[]): string {
  return (
    fields
      .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
      .join('')
      .replace(/^\./, '') || 'file'
  );
}

function wrong(name: string, line: number, field: string, found: string): KnownError {
  return new KnownError(
    'bad-ontology',
    `ontology: ${name}, line ${line}, ${field}: ${found}`,
    'Mend that line; data/ontology.json of Stemma shows the form.',
  );
}
