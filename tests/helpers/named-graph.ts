// A graph file made from texts in which the names are marked by hand: real resolve and store, no weights.
import { bareDocument } from '../../src/model/document.ts';
import { bareExtraction, type Extraction, type Mention, type Token } from '../../src/model/extraction.ts';
import type { Graph } from '../../src/model/graph.ts';
import { makeId } from '../../src/model/id.ts';
import { resolve } from '../../src/resolve/index.ts';
import { GraphStore, loadOntology } from '../../src/store/index.ts';

/** An extraction of a text in which people stand in [square brackets], one sentence a line. */
export function extractNames(source: string, marked: string): Extraction {
  const text = marked.replace(/[[\]]/g, '');
  const id = makeId('document', text);
  const tokens: Token[] = [...text.matchAll(/\p{L}+|[^\s\p{L}]/gu)].map(({ index, 0: word }, place) => ({
    ...{ start: index, end: index + word.length, index: place, sentence: 0, head: -1, deprel: 'root' },
    ...{ upos: /^\p{Lu}/u.test(word) ? 'PROPN' : 'X', lemma: word },
  }));
  const mentions = [...marked.matchAll(/\[([^\]]+)\]/g)].map(({ index, 1: name = '' }, place): Mention => {
    const start = index - 2 * place;
    const end = start + name.length;
    return {
      ...{ start, end, type: 'Person', kind: 'name', referent: null, literal: null, score: 1, by: 'hand@1' },
      id: makeId('mention', id, start, end, 'Person', 'hand@1'),
      head: tokens.findLastIndex((token) => token.end === end),
    };
  });
  const document = bareDocument(text, { id, source });
  const sentences = [{ start: 0, end: text.length, index: 0, firstToken: 0, lastToken: tokens.length - 1 }];
  return { ...bareExtraction(document), sentences, tokens, mentions };
}

/** Stores the graph of these texts (source → marked text) at `path`, as a build would; `edit` changes what was drawn. */
export function storeNames(
  path: string,
  texts: Readonly<Record<string, string>>,
  edit: (graph: Graph) => Graph = (graph) => graph,
): void {
  const extractions = Object.entries(texts).map(([source, marked]) => extractNames(source, marked));
  const store = new GraphStore(path);
  try {
    for (const extraction of extractions) store.putExtraction('hand', extraction);
    const documents = extractions.map(({ document: { id, source } }) => {
      return { id, version: 'hand', places: [{ source, path: `/${source}` }] };
    });
    const graph = resolve(extractions, [], loadOntology(), 'hand@1');
    store.replace({ ...store.state(), documents }, edit(graph));
  } finally {
    store.close();
  }
}
