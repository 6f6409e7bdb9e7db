import { describe, expect, it } from 'vitest';
import { bareDocument } from '../../src/model/document.ts';
import { bareExtraction, type Extraction, type Mention } from '../../src/model/extraction.ts';
import type { Decision } from '../../src/model/graph.ts';
import { type GraphView, viewGraph } from '../../src/model/graph-view.ts';
import { makeId } from '../../src/model/id.ts';
import { addAct, findAnchor, type Judgement, placeJudgements, undoAct } from '../../src/store/index.ts';

/** An extraction of a text in which every capitalised word is a mention. */
function extractionOf(text: string, { source = 'a.txt', by = 'names@1', alsoAt = [] as string[] } = {}): Extraction {
  const id = makeId('document', text);
  const mentions = [...text.matchAll(/\b\p{Lu}\w+/gu)].map(({ index, 0: word }): Mention => {
    const span = { start: index, end: index + word.length };
    return {
      ...span,
      id: makeId('mention', id, span.start, span.end, 'Person', by),
      ...{ head: 0, type: 'Person', kind: 'name', referent: null, literal: null, score: 1, by },
    };
  });
  const document = bareDocument(text, { id, source, alsoAt });
  return { ...bareExtraction(document), mentions };
}

/** The words that decisions are about, as `left|right`. */
function wordsOf(decisions: readonly Decision[], extractions: readonly Extraction[]): string[] {
  const anchor = (id: Decision['left']): string => {
    const found = findAnchor(viewOf(extractions), id);
    return `${found?.surface}@${found?.source}:${found?.start}`;
  };
  return decisions.map(({ left, right }) => `${anchor(left)} ${anchor(right)}`);
}

function judge(extractions: readonly Extraction[], left: Mention | undefined, right: Mention | undefined): Judgement {
  if (!left || !right) throw new Error('no such mention');
  const decision: Decision = { left: left.id, right: right.id, verdict: 'same', score: 1, reasons: [], by: 'person' };
  const [judgement] = addAct([], [decision], viewOf(extractions), null) ?? [];
  if (!judgement) throw new Error('not in the graph');
  return judgement;
}

/** A view of nothing but the documents and their mentions. */
function viewOf(extractions: readonly Extraction[]): GraphView {
  const documents = extractions.map(({ document }) => {
    return { document, sentences: [], lineage: { copyOf: null, cites: [] } };
  });
  const mentions = extractions.flatMap((each) =>
    each.mentions.map((mention) => ({ mention, documentId: each.document.id, entity: null })),
  );
  const none = { entities: [], claims: [], conflicts: [], decisions: [] };
  return viewGraph({ model: '', documents, mentions, ...none });
}

describe('a judgement', () => {
  const first = extractionOf('Quill met Hale. Later Quill left.');
  const second = extractionOf('They saw Quill.', { source: 'b.txt' });
  const all = [first, second];
  // `Quill` the second time, and `Quill` in the other text.
  const judgement = judge(all, first.mentions[3], second.mentions[1]);

  it('stays on its mentions', () => {
    expect(placeJudgements([judgement], all)).toEqual([judgement.decision]);
  });

  it('finds them under the ids of a new extractor', () => {
    const renewed = [extractionOf(first.document.text, { by: 'names@2' }), second];
    expect(wordsOf(placeJudgements([judgement], renewed), renewed)).toEqual(['Quill@a.txt:22 Quill@b.txt:9']);
  });

  it('finds the nearest same words in a new version of the text', () => {
    const edited = [extractionOf('Quill met Hale. Soon after Quill left.'), second];
    expect(wordsOf(placeJudgements([judgement], edited), edited)).toEqual(['Quill@a.txt:27 Quill@b.txt:9']);
  });

  it('is not moved to other words, nor to another text', () => {
    for (const text of ['Hale left.', 'nobody'])
      expect(placeJudgements([judgement], [extractionOf(text), second])).toEqual([]);
    const moved = extractionOf('Quill came.', { source: 'c.txt' });
    expect(placeJudgements([judgement], [moved, second])).toEqual([]);
    expect(placeJudgements([judgement], [first])).toEqual([]);
  });

  it('follows a text that moved, and one that is found elsewhere too', () => {
    const moved = [extractionOf(first.document.text, { source: 'z.txt' }), second];
    expect(placeJudgements([judgement], moved)).toEqual([judgement.decision]);
    const edited = [extractionOf('Quill met Hale.', { source: '0.txt', alsoAt: ['a.txt'] }), second];
    expect(wordsOf(placeJudgements([judgement], edited), edited)).toEqual(['Quill@0.txt:0 Quill@b.txt:9']);
  });

  it('that was taken back does not count', () => {
    expect(placeJudgements([{ ...judgement, isUndone: true }], all)).toEqual([]);
  });

  it('is made and taken back with the others of its act', () => {
    const view = viewOf(all);
    const { decision } = judgement;
    const other: Decision = { ...decision, verdict: 'different' };
    const twice = addAct(addAct([], [decision], view, '2031-05-06') ?? [], [other, decision], view, null) ?? [];
    expect(twice.map(({ act, at }) => `${act} ${at}`)).toEqual(['1 2031-05-06', '2 null', '2 null']);
    const { after = [], undone } = undoAct(twice) ?? {};
    expect(undone).toEqual([other, decision]);
    expect(after.map(({ isUndone }) => isUndone)).toEqual([false, true, true]);
    expect(undoAct(undoAct(after)?.after ?? [])).toBeNull();
    expect(addAct([], [{ ...decision, left: 'm0' as never }], view, null)).toBeUndefined();
  });
});
