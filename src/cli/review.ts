// `stemma review`: asks a person about doubtful names, one key an answer; every answer is kept at once.
import { addDecisions, drawGraph, readJudgements, undoDecisions } from '../change-graph.ts';
import { KnownError } from '../errors.ts';
import type { Decision } from '../model/graph.ts';
import { listQuestions, makeDecision, type Passage, type Question } from '../query/index.ts';
import type { Command, Options, Terminal } from './command.ts';
import { BY_OPTION, now, withGraph } from './decide.ts';
import { countOf } from './describe-claim.ts';
import { findGraph, GRAPH_OPTION } from './find-graph.ts';
import { readCount } from './read-count.ts';

const KEYS = 'same [s]  different [d]  cannot tell [u]  later [n]  back [b]  stop [q]';
const VERDICTS = { s: 'same', d: 'different', u: 'unsure' } as const;

export const reviewCommand: Command = {
  options: [
    { flags: '--limit <number>', summary: 'ask at most so many questions' },
    BY_OPTION,
    { flags: '--json', summary: 'print the questions as JSON and ask nothing' },
    GRAPH_OPTION,
  ],
  async run(_parameters, options, terminal) {
    const path = findGraph(options);
    const answers = readJudgements(path).flatMap(({ decision, isUndone }) => (isUndone ? [] : [decision]));
    const limit = readCount(
      options.limit,
      Number.POSITIVE_INFINITY,
      'review: expected a whole number of questions',
      'Leave --limit out, or give a number such as 20.',
    );
    const questions = withGraph(path, (view) => listQuestions(view, answers)).slice(0, limit);
    if (options.json === true) {
      await terminal.out(`${JSON.stringify(questions)}\n`);
      return 0;
    }
    if (questions.length === 0) {
      terminal.say('Nothing to ask: no doubtful name is left.');
      return 0;
    }
    const kept = await ask(path, questions, options, terminal);
    if (kept > 0) await drawGraph(path);
    terminal.say(
      kept === 0
        ? 'Nothing was decided.'
        : `Kept ${countOf(kept, 'answer')}, also for later builds; the graph is drawn anew. Take back with: stemma undo`,
    );
    return 0;
  },
};

/** Goes through the questions until the last one, `q`, or the end of the keys. Gives the number of answers that stand. */
async function ask(
  path: string,
  questions: readonly Question[],
  options: Options,
  terminal: Terminal,
): Promise<number> {
  /** For each question passed: whether its answer was kept. */
  const passed: boolean[] = [];
  const show = (): void => {
    const question = questions[passed.length];
    if (question !== undefined)
      for (const line of questionLines(question, passed.length, questions.length)) terminal.say(line);
  };
  show();
  for await (const key of terminal.keys()) {
    const question = questions[passed.length];
    if (question === undefined || key === 'q') break;
    if (key === 's' || key === 'd' || key === 'u') {
      const { left, right } = question.decision;
      const refused = await keep(path, makeDecision(VERDICTS[key], left, right, options));
      terminal.say(refused === null ? `  → ${VERDICTS[key]}` : `  ${refused}`);
      passed.push(refused === null);
    } else if (key === 'n') passed.push(false);
    else if (key === 'b') {
      if (passed.pop() === true) await undoDecisions(path, { draw: false });
    } else {
      terminal.say(KEYS);
      continue;
    }
    if (passed.length === questions.length) break;
    show();
  }
  return passed.filter((isKept) => isKept).length;
}

/** Null, or why the answer cannot be kept: one that earlier answers forbid must not end the review. */
async function keep(path: string, decision: Decision): Promise<string | null> {
  try {
    await addDecisions(path, [decision], { at: now(), draw: false });
    return null;
  } catch (cause) {
    if (cause instanceof KnownError && cause.code === 'bad-input') return cause.message;
    throw cause;
  }
}

function questionLines({ decision, left, right }: Question, index: number, total: number): string[] {
  const { verdict, score, reasons } = decision;
  const state = { same: 'taken for one now', different: 'kept apart now', unsure: 'left open, so kept apart now' }[
    verdict
  ];
  return [
    '',
    `${index + 1} of ${total}: one and the same? ${Math.round(score * 100)} % likely; ${state}.`,
    ...passageLines(left),
    ...passageLines(right),
    ...reasons.map((reason) => `  · ${reason}`),
    KEYS,
  ];
}

function passageLines({ name, before, surface, after, place }: Passage): string[] {
  const sentence = `${before}»${surface}«${after}`.replace(/\s+/g, ' ').trim();
  return [`  ${name}`, `    “${sentence}” — ${place}`];
}
