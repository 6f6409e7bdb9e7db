// Every word of the page stands in a message file, all languages say the same, and the browser's language is heard.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'vite';
import { afterEach, describe, expect, it } from 'vitest';
import ontology from '../../data/ontology.json' with { type: 'json' };
import { LANGUAGES, language, pickLanguage, wordFor } from '../../viewer/language.ts';
import { DE } from '../../viewer/messages/de.ts';
import { EN } from '../../viewer/messages/en.ts';
import { translateReason } from '../../viewer/messages/reasons.ts';
import { claimMeasure, claimWords, shownLine } from '../../viewer/wording.ts';
import { claimOf, sampleFacts } from './sample-facts.ts';

const VIEWER = fileURLToPath(new URL('../../viewer', import.meta.url));

/** Names of things, the same in every language. */
const PROPER = new Set(['Stemma', 'GraphML', '×', '…']);
/** Attributes that a reader sees or hears. */
const SPOKEN = /^(aria-label|aria-roledescription|aria-valuetext|title|placeholder|alt|label)$/;

/** The parts of a syntax tree (ESTree with JSX) that hold words. */
interface Node {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: unknown;
  readonly expression?: Node;
  readonly callee?: Node;
  readonly arguments?: readonly Node[];
  readonly quasis?: readonly { readonly value: { readonly cooked: string } }[];
  readonly consequent?: Node;
  readonly alternate?: Node;
  readonly left?: Node;
  readonly right?: Node;
}

/** Words that a reader would meet in a file of the viewer: texts between tags, spoken attributes, thrown messages. */
function wordsIn(code: string, isTsx: boolean): string[] {
  const found: string[] = [];
  const note = (text: unknown): void => {
    const words = typeof text === 'string' ? text.trim() : '';
    if (/\p{L}{2}/u.test(words) && !PROPER.has(words)) found.push(words);
  };
  /** Texts in an expression whose value is shown, whichever branch it takes. */
  const noteTexts = (node: Node | null | undefined): void => {
    if (node === null || node === undefined) return;
    if (node.type === 'Literal') note(node.value);
    for (const { value } of node.quasis ?? []) note(value.cooked);
    if (node.type === 'ConditionalExpression') for (const side of [node.consequent, node.alternate]) noteTexts(side);
    if (node.type === 'LogicalExpression') for (const side of [node.left, node.right]) noteTexts(side);
  };
  const visit = (item: unknown): void => {
    if (Array.isArray(item)) for (const part of item) visit(part);
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return;
    const node = item as Node;
    if (node.type === 'JSXText') note(node.value);
    if (node.type === 'JSXExpressionContainer') noteTexts(node.expression);
    if (node.type === 'NewExpression' && node.callee?.name === 'Error') node.arguments?.forEach(noteTexts);
    if (node.type === 'JSXAttribute') {
      const value = node.value as Node | null;
      const shown = value?.type === 'JSXExpressionContainer' ? value.expression : value;
      if (SPOKEN.test((node.name as { readonly name: string }).name)) noteTexts(shown);
      if (shown !== value) visit(shown);
      return;
    }
    for (const part of Object.values(node)) visit(part);
  };
  visit(parseAst(code, { lang: isTsx ? 'tsx' : 'ts' }));
  return found;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Files whose errors tell of a fault in the program, which a developer reads. */
const INNER = new Set(['picture.ts', 'read-graph.ts']);

describe('words of the page', () => {
  it('stand in the message files alone', () => {
    const outside = filesBelow(VIEWER)
      .filter((file) => !relative(VIEWER, file).startsWith('messages'))
      .flatMap((file) =>
        wordsIn(readFileSync(file, 'utf8'), file.endsWith('x')).map((words) => `${relative(VIEWER, file)}: ${words}`),
      );
    expect(outside.filter((line) => !INNER.has(line.split(':')[0] ?? ''))).toEqual([]);
  });

  it.each([
    ['<p>Show more</p>', 'Show more'],
    ['<p>{more ? "Show more" : ""}</p>', 'Show more'],
    ['<a title="Back">×</a>', 'Back'],
    ['<a aria-label={`Save \u0024{x}`} />', 'Save'],
    ['throw new Error("No answer.")', 'No answer.'],
  ])('are found by this test in %s', (code, words) => {
    expect(wordsIn(code, true)).toEqual([words]);
  });

  it.each([
    '<p class="quiet">{words().page.back}</p>',
    '<a id="x" class={open ? "row on" : "row"} />',
    'const a = "b c";',
  ])('are not seen where there are none: %s', (code) => {
    expect(wordsIn(code, true)).toEqual([]);
  });
});

describe('languages', () => {
  afterEach(() => {
    language.value = 'en';
  });

  it('all have words for everything, and German has its own', () => {
    const kept = keysOf(EN).filter((path) => {
      const [one, other] = [EN, DE].map((messages) => textAt(messages, path));
      return typeof one === 'string' && one !== '' && one === other;
    });
    // The same in both: names of programs, loan words.
    const same = ['page.filter', 'filter.title', 'dossier.wikidata', 'take.formats.graphml', 'legend.title'];
    expect(kept.filter((path) => !same.includes(path))).toEqual([]);
    for (const messages of Object.values(LANGUAGES))
      expect(keysOf(messages).sort()).toEqual(expect.arrayContaining(keysOf(EN)));
  });

  it('know every kind and relation of the ontology', () => {
    expect(Object.keys(DE.entityTypes).sort()).toEqual(ontology.entityTypes.map(({ name }) => name).sort());
    expect(Object.keys(DE.relationTypes).sort()).toEqual(ontology.relationTypes.map(({ name }) => name).sort());
  });

  it('are picked by what the reader wants, whatever the region', () => {
    expect(pickLanguage([null, 'fr-FR', 'de-AT', 'en'])).toBe('de');
    expect(pickLanguage(['en-GB', 'de'])).toBe('en');
    expect(pickLanguage(['constructor', '__proto__'])).toBe('en');
    expect(pickLanguage([])).toBe('en');
  });

  it('say claims, measures and counts', () => {
    const head = claimOf('HEAD_OF_STATE_OF');
    language.value = 'de';
    expect(claimWords(sampleFacts, head).relation).toBe('ist Staatsoberhaupt von');
    expect(claimMeasure(sampleFacts, head)).toBe('1 unabhängige Quelle in 2 Dateien · 90\u00a0% sicher');
    const all = { entities: 3, claims: 4000 };
    expect(shownLine({ entities: 1, claims: 1200 }, all, 0)).toBe(
      'Zu sehen sind 1 von 3 Namen und 1.200 von 4.000 Aussagen, weil der Filter den Rest verbirgt.',
    );
  });

  it('turn stored reasons, keep the names in them, and leave what they do not know', () => {
    expect(translateReason('$1 and Bob are spellings of one name.', 'de')).toBe(
      '$1 und Bob sind Schreibweisen eines Namens.',
    );
    expect(translateReason('Both bear the name Ada, as many people do.', 'de')).toBe(
      'Beide tragen den Namen Ada, wie viele Menschen.',
    );
    expect(translateReason('One side affirms and one denies: Ada and Bob (meet).', 'de')).toBe(
      'Eine Seite bejaht, eine bestreitet: Ada und Bob (meet).',
    );
    expect(translateReason('Echo (a.txt) repeats Wire (b.txt), paragraph 2 (90 % of its text)', 'de')).toBe(
      'Echo (a.txt) wiederholt Wire (b.txt), Absatz 2 (90 % seines Textes)',
    );
    expect(translateReason('Something new.', 'de')).toBe('Something new.');
    expect(translateReason('Both are called queen.', 'en')).toBe('Both are called queen.');
  });

  it('take no word from what every object has', () => {
    expect(wordFor({ a: 'b' }, 'constructor', 'label')).toBe('label');
    expect(wordFor({ a: 'b' }, '__proto__')).toBe('__proto__');
  });
});

function keysOf(messages: object, path = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && !/^(entity|relation)Types$/.test(key)
      ? keysOf(value, `${path}${key}.`)
      : [`${path}${key}`],
  );
}

function textAt(messages: object, path: string): unknown {
  return path.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], messages);
}
