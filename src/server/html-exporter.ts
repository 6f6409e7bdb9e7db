// The viewer and the whole graph in one HTML file that opens from disk, with no network (HTML Standard §4.12.1.3 on
// what may stand inside a script element).
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { KnownError } from '../errors.ts';
import type { Exporter, Sink } from '../model/exporter.ts';
import type { GraphView } from '../model/graph-view.ts';
import { makeClaimPayload } from './claim-payload.ts';
import { makeDocumentPayload } from './document-payload.ts';
import { indexDecisions, makeEntityPayload } from './entity-payload.ts';
import { writeGraphBytes } from './graph-bytes.ts';
import { makeGraphPayload } from './graph-payload.ts';
import { arrangementOf } from './picture-routes.ts';
import { readViewerFiles, type ViewerFile } from './viewer-files.ts';

/** Claims and entities are stored in blocks of this many, so that the page parses only what it shows. */
export const BLOCK_SIZE = 200;

export const htmlExporter: Exporter = {
  name: 'html',
  extension: '.html',
  mediaType: 'text/html',
  loses: 'Holds what the viewer shows; tokens and scores of single mentions are left out.',
  write: (view, sink) => writePage(view, sink, readViewerFiles()),
};

/** The page of `files`, the built viewer, with the graph in it. @throws KnownError `tool-missing` where a part lacks. */
export async function writePage(view: GraphView, sink: Sink, files: ReadonlyMap<string, ViewerFile>): Promise<void> {
  const parts = readParts(files);
  const policy = [
    "default-src 'none'",
    `script-src '${hash(parts.script)}'`,
    `style-src '${hash(parts.style)}'`,
    'img-src data: blob:',
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  await sink.write(
    `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="${policy}">\n` +
      '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n' +
      `<meta name="color-scheme" content="light dark">\n<title>Stemma</title>\n<style>${parts.style}</style>\n</head>\n<body>\n<div id="app"></div>\n`,
  );
  await writeData(view, sink);
  await sink.write(`<script type="text/plain" id="layout-worker">${parts.worker}</script>\n`);
  await sink.write(`<script type="module">${parts.script}</script>\n</body>\n</html>\n`);
}

async function writeData(view: GraphView, sink: Sink): Promise<void> {
  const graph = writeGraphBytes(makeGraphPayload(view, 'graph', arrangementOf(view)));
  await sink.write(`<script type="text/plain" id="data-graph">${deflateSync(graph).toString('base64')}</script>\n`);
  await writeBlocks(sink, 'claims', view.claims(), (claim) => makeClaimPayload(view, claim));
  const decisions = indexDecisions(view);
  await writeBlocks(sink, 'entities', view.entities(), (entity) => makeEntityPayload(view, entity, decisions));
  for (const record of view.documents()) {
    await sink.write(dataElement(`document-${record.document.id}`, makeDocumentPayload(view, record)));
  }
}

async function writeBlocks<Item>(
  sink: Sink,
  name: string,
  items: Iterable<Item>,
  convert: (item: Item) => unknown,
): Promise<void> {
  let block: unknown[] = [];
  let index = 0;
  for (const item of items) {
    block.push(convert(item));
    if (block.length < BLOCK_SIZE) continue;
    await sink.write(dataElement(`${name}-${index}`, block));
    index += 1;
    block = [];
  }
  if (block.length > 0) await sink.write(dataElement(`${name}-${index}`, block));
}

function dataElement(id: string, value: unknown): string {
  return `<script type="application/json" id="data-${id}">${embedJson(value)}</script>\n`;
}

/** JSON that cannot end its element, open a comment, or break a line of script. */
export function embedJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

interface Parts {
  readonly script: string;
  readonly style: string;
  readonly worker: string;
}

function readParts(files: ReadonlyMap<string, ViewerFile>): Parts {
  const find = (pattern: RegExp): string => {
    const found = [...files].find(([path]) => pattern.test(path));
    if (found !== undefined) return found[1].body;
    throw new KnownError(
      'tool-missing',
      `html: expected a file like ${pattern.source} in the built viewer, found none.`,
      'Run `npm run build`.',
    );
  };
  return {
    script: embedCode(find(/\/assets\/index-[^/]*\.js$/)),
    style: find(/\/assets\/[^/]*\.css$/).replaceAll('</', '<\\/'),
    worker: embedCode(find(/\/assets\/layout-worker-[^/]*\.js$/)),
  };
}

/** Code that cannot end its element: inside strings and patterns `\x3c` means `<`. */
export function embedCode(code: string): string {
  return code.replace(/<(\/script|!--|script)/gi, (_, rest: string) => `\\x3c${rest}`);
}

function hash(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
