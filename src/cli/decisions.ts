// `stemma decisions`: the log of what people decided, out as JSON lines and in again.
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { importJudgements, readJudgements } from '../change-graph.ts';
import { KnownError } from '../errors.ts';
import type { DocumentId, MentionId } from '../model/id.ts';
import type { Anchor, Judgement } from '../store/index.ts';
import type { Command } from './command.ts';
import { countOf } from './describe-claim.ts';
import { findGraph, GRAPH_OPTION, JSON_OPTION } from './find-graph.ts';
import { outputOf, writeResult } from './write-result.ts';

export const decisionsCommand: Command = {
  options: [
    { flags: '-o, --output <file>', summary: 'file to write (decisions.jsonl); stdout without it' },
    { flags: '--import <file>', summary: 'take over the decisions of such a file' },
    { flags: '--all', summary: 'those that were taken back, too' },
    JSON_OPTION,
    GRAPH_OPTION,
  ],
  async run(_parameters, options, terminal) {
    const path = findGraph(options);
    if (typeof options.import === 'string') {
      const { added, known, refused } = await importJudgements(path, readLines(options.import));
      if (options.json === true)
        await terminal.out(`${JSON.stringify({ added, known, refused: refused.map(toLine) })}\n`);
      terminal.say(`Took over ${countOf(added, 'decision')}${known > 0 ? `; ${known} stood here already` : ''}.`);
      for (const { decision, left, right } of refused)
        terminal.say(
          `Left out, since earlier decisions say otherwise: ${left.surface} (${left.source}) and ${right.surface} (${right.source}), ${decision.verdict}.`,
        );
      return 0;
    }
    const judgements = readJudgements(path).filter(({ isUndone }) => options.all === true || !isUndone);
    const output = outputOf(options);
    await writeResult(output, terminal, async (sink) => {
      for (const judgement of judgements) await sink.write(`${JSON.stringify(toLine(judgement))}\n`);
    });
    if (judgements.length === 0) terminal.say('No decision of a person is kept here; `stemma review` asks for some.');
    if (output !== undefined) terminal.say(`Wrote ${countOf(judgements.length, 'decision')} to ${output}.`);
    return 0;
  },
};

const isText = (value: unknown): boolean => typeof value === 'string';

const END = z.object({
  mention: z.custom<MentionId>(isText, 'expected the id of a mention'),
  document: z.custom<DocumentId>(isText, 'expected the id of a document'),
  source: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  surface: z.string(),
  type: z.string(),
});

/** One line of decisions.jsonl. `act`: lines with one number were decided, and are taken back, together. */
const LINE = z.object({
  kind: z.literal('decision'),
  verdict: z.enum(['same', 'different', 'unsure']),
  by: z.string().regex(/^person(:.+)?$/, 'expected person or person:NAME'),
  at: z.string().nullable(),
  act: z.int().positive(),
  undone: z.boolean(),
  score: z.number().min(0).max(1),
  reasons: z.array(z.string()),
  left: END,
  right: END,
});

function toLine({ decision, left, right, act, at, isUndone }: Judgement): z.infer<typeof LINE> {
  const { verdict, by, score, reasons } = decision;
  return {
    kind: 'decision',
    ...{ verdict, by, at, act, undone: isUndone, score, reasons: [...reasons] },
    left: toEnd(decision.left, left),
    right: toEnd(decision.right, right),
  };
}

function toEnd(mention: MentionId, { document, source, start, end, surface, type }: Anchor): z.infer<typeof END> {
  return { mention, document, source, start, end, surface, type };
}

/** @throws KnownError path-missing, bad-input naming the line */
function readLines(path: string): Judgement[] {
  const lines = readText(path).split('\n');
  return lines.flatMap((line, index) => (line.trim() === '' ? [] : [readLine(line, `${path}, line ${index + 1}`)]));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new KnownError(
      'path-missing',
      `decisions: expected a file at ${path}, found that it cannot be read (${reason})`,
      'Check the name; `stemma decisions -o decisions.jsonl` writes such a file.',
      cause,
    );
  }
}

function readLine(line: string, place: string): Judgement {
  const parsed = LINE.safeParse(parseJson(line));
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') ?? '';
    throw new KnownError(
      'bad-input',
      `decisions: expected a decision in ${place}, found ${field === '' ? 'something else' : `a wrong "${field}"`} (${issue?.message})`,
      'Use a file that `stemma decisions -o FILE` wrote; nothing of this one was taken over.',
    );
  }
  const { verdict, by, at, act, undone, score, reasons } = parsed.data;
  const { mention: left, ...leftAnchor } = parsed.data.left;
  const { mention: right, ...rightAnchor } = parsed.data.right;
  return {
    decision: { left, right, verdict, score, reasons, by },
    ...{ left: leftAnchor, right: rightAnchor, act, at, isUndone: undone },
  };
}

/** Undefined where it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
