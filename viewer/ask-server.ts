// Questions to the server, and what a person decided, sent to it; notes when it no longer answers.
import { signal } from '@preact/signals';
import type {
  DeskPayload,
  OutcomePayload,
  QuestionPayload,
  SplitRequest,
  UndoRequest,
  VerdictRequest,
} from '../src/server/decision-payload.ts';
import type { ErrorPayload } from '../src/server/payload.ts';
import { words } from './language.ts';
import { readJson } from './read-json.ts';

/** True from the first question that was not answered until one that was put after it is. */
export const serverLost = signal(false);
/** Questions put so far, and how many of them there were when the last one stayed without an answer. */
let [put, putWhenLost] = [0, 0];

export interface DeskSource {
  look(): Promise<DeskPayload>;
  questions(): Promise<readonly QuestionPayload[]>;
  decide(request: VerdictRequest): Promise<OutcomePayload>;
  split(request: SplitRequest): Promise<OutcomePayload>;
  undo(request: UndoRequest): Promise<OutcomePayload>;
  draw(): Promise<OutcomePayload>;
}

export function openDeskSource(): DeskSource {
  return {
    look: () => ask('api/desk'),
    questions: () => ask('api/questions'),
    decide: (request) => tell('api/decisions', request),
    split: (request) => tell('api/split', request),
    undo: (request) => tell('api/undo', request),
    draw: () => tell('api/draw', {}),
  };
}

/** An answer in JSON. @throws as `answerOf` */
export async function ask<Value>(path: string, options?: RequestInit): Promise<Value> {
  return readJson(await (await answerOf(path, options)).text());
}

/** @throws what a person should read where there is no answer, or a refusal */
export async function answerOf(path: string, options?: RequestInit): Promise<Response> {
  put += 1;
  const own = put;
  const response = await fetch(path, options).catch(() => {
    putWhenLost = put;
    serverLost.value = true;
    throw new Error(words().source.silent);
  });
  // An answer that was on its way before says nothing of the server now.
  if (own > putWhenLost) serverLost.value = false;
  if (response.ok) return response;
  const problem = await response
    .text()
    .then(readJson<ErrorPayload>)
    .catch(() => null);
  throw new Error(problem === null ? words().source.status(response.status) : words().source.trouble(problem));
}

function tell<Value>(path: string, request: object): Promise<Value> {
  return ask(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
}
