// The addresses at which a person decides about names: the same functions as `stemma same`, `split`, `undo`, `review`.
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { readJudgements } from '../change-graph.ts';
import { KnownError } from '../errors.ts';
import type { Decision } from '../model/graph.ts';
import type { GraphView } from '../model/graph-view.ts';
import type { DocumentId, EntityId, MentionId } from '../model/id.ts';
import { listQuestions, mainMention, makeDecision, partDocuments, type Question } from '../query/index.ts';
import type { Change } from './change-thread.ts';
import type {
  DeskPayload,
  OutcomePayload,
  QuestionPayload,
  SplitRequest,
  UndoRequest,
  VerdictRequest,
} from './decision-payload.ts';

/** A graph in a file, which can be changed and then looked at anew. */
export interface Desk {
  /** Path of the file. */
  readonly path: string;
  /** Does it away from here: other requests are answered meanwhile. */
  readonly change: (change: Change) => Promise<readonly Decision[]>;
  /** Looks at the file as it is now; called after each change that was drawn. */
  renew(): void;
}

/** Characters of a request: ids of the documents of a large entity and no more. */
const MAX_BODY = 1_000_000;

const id = z.string().min(1).max(200);
const VERDICT = z.object({ verdict: z.enum(['same', 'different', 'unsure']), left: id, right: id, draw: z.boolean() });
const SPLIT = z.object({ entity: id, documents: z.array(id).min(1).max(20_000) });
const UNDO = z.object({ act: z.number().int().min(1), draw: z.boolean() });

/** `desk` is null where the graph lies in no file: then nothing can be decided. `view` gives the present look. */
export function makeDecisionRoutes(view: () => GraphView, desk: Desk | null): Hono {
  const app = new Hono();
  const open = (): Desk => desk ?? closed();
  let last: Promise<unknown> = Promise.resolve();
  /** One change after the other: what a change asks of the graph holds until it is made. */
  const inTurn = <Result>(act: () => Promise<Result>): Promise<Result> => {
    const result = last.then(act);
    last = result.catch(() => {});
    return result;
  };
  app.get('/desk', (context) => {
    const questions = desk === null ? 0 : readQuestions(view(), desk).length;
    return context.json({ canDecide: desk !== null, questions } satisfies DeskPayload);
  });
  app.get('/questions', (context) => context.json(readQuestions(view(), open()).map(toPayload)));
  app.post('/decisions', async (context) => {
    const asked: VerdictRequest = await readBody(context, VERDICT);
    const make = (): Decision[] => {
      const [left, right] = [mentionOf(view(), asked.left), mentionOf(view(), asked.right)];
      if (left === right) throw badInput('two different names to decide about', 'one and the same');
      return [makeDecision(asked.verdict, left, right)];
    };
    return context.json(await inTurn(() => decide(view, open(), make(), asked.draw)));
  });
  app.post('/split', async (context) => {
    const { entity, documents }: SplitRequest = await readBody(context, SPLIT);
    const make = (): readonly Decision[] => {
      const found = view().entity(entity as EntityId) ?? badEntity(entity);
      return partDocuments(view(), found, new Set(documents as DocumentId[]));
    };
    return context.json(await inTurn(() => decide(view, open(), make(), true)));
  });
  app.post('/undo', async (context) => {
    const { act, draw }: UndoRequest = await readBody(context, UNDO);
    const { path, change, renew } = open();
    const undo = async (): Promise<OutcomePayload> => {
      if (newestAct(path) !== act) throw badInput('the newest decision to take back', 'that another came after it');
      const undone = await change({ kind: 'undo', draw });
      if (draw) renew();
      return outcome(view(), path, undone, draw);
    };
    return context.json(await inTurn(undo));
  });
  app.post('/draw', async (context) => {
    const { path, change, renew } = open();
    const draw = async (): Promise<OutcomePayload> => {
      await change({ kind: 'draw' });
      renew();
      return outcome(view(), path, [], true);
    };
    return context.json(await inTurn(draw));
  });
  return app;
}

async function decide(
  view: () => GraphView,
  { path, change, renew }: Desk,
  decisions: readonly Decision[],
  draw: boolean,
): Promise<OutcomePayload> {
  await change({ kind: 'decide', decisions, at: new Date().toISOString(), draw });
  if (draw) renew();
  return outcome(view(), path, decisions, draw);
}

function outcome(view: GraphView, path: string, decisions: readonly Decision[], drawn: boolean): OutcomePayload {
  const mentions = drawn ? decisions.flatMap(({ left, right }) => [left, right]) : [];
  return {
    act: newestAct(path),
    entities: [...new Set(mentions.flatMap((mention) => view.mention(mention)?.entity ?? []))],
  };
}

function newestAct(path: string): number {
  return Math.max(0, ...readJudgements(path).flatMap(({ act, isUndone }) => (isUndone ? [] : [act])));
}

function readQuestions(view: GraphView, { path }: Desk): Question[] {
  const answers = readJudgements(path).flatMap(({ decision, isUndone }) => (isUndone ? [] : [decision]));
  return listQuestions(view, answers);
}

function toPayload({ decision, left, right }: Question): QuestionPayload {
  const { verdict, score, reasons } = decision;
  return { left, right, verdict, score, reasons };
}

/** The mention of that id, or the main one of the entity of that id. @throws KnownError not-found */
function mentionOf(view: GraphView, given: string): MentionId {
  const mention = view.mention(given as MentionId);
  if (mention !== undefined) return mention.mention.id;
  return mainMention(view, view.entity(given as EntityId) ?? badEntity(given));
}

/** @throws KnownError bad-input for what is too long, no JSON, or not of the asked form */
async function readBody<Body>(context: Context, form: z.ZodType<Body>): Promise<Body> {
  const text = await context.req.text();
  if (text.length > MAX_BODY) throw badInput(`at most ${MAX_BODY} characters`, String(text.length));
  try {
    return form.parse(JSON.parse(text));
  } catch {
    throw badInput('a decision as the viewer writes it', 'something else');
  }
}

function badInput(expected: string, found: string): KnownError {
  return new KnownError('bad-input', `server: expected ${expected}, found ${found}.`, 'Reload the page and try again.');
}

function badEntity(given: string): never {
  throw new KnownError(
    'not-found',
    `server: this graph has no name "${given}".`,
    'Reload the page: it was drawn anew.',
  );
}

function closed(): never {
  throw new KnownError(
    'bad-input',
    'server: expected a graph that lies in a file, found one that is only looked at.',
    'Open it with `stemma view`.',
  );
}
