// What a reader decides about names, one act after another: sent to the server, told on the page, taken back, done again.
import { signal } from '@preact/signals';
import type { OutcomePayload, VerdictRequest } from '../src/server/decision-payload.ts';
import type { DeskSource } from './ask-server.ts';
import { words } from './language.ts';

/** An act that can be taken back on this page. */
interface Deed {
  /** Numbers of the acts in the graph, the newest last: one, or one for each answer that was drawn with others. */
  acts: readonly number[];
  /** Entry of the page's history that the act made. */
  readonly step: number;
  /** Does it, or does it again. */
  readonly send: (source: DeskSource) => Promise<Sent>;
  readonly told: string;
}

interface Sent {
  readonly acts: readonly number[];
  /** The first of them that is there comes into focus. */
  readonly entities: readonly string[];
}

/** A doubt that was answered and kept, and not yet drawn. */
export interface Answer {
  readonly act: number;
  readonly request: Omit<VerdictRequest, 'draw'>;
}

export interface Notice {
  readonly text: string;
  readonly kind: 'done' | 'failed';
  /** True where a button offers to take it back. */
  readonly mayUndo: boolean;
}

export type Desk = ReturnType<typeof makeDesk>;

/** How the page follows an act. */
export interface Follow {
  /** Draws the page from the changed graph; the first of the entities that is there comes into focus. */
  renew(entities: readonly string[]): Promise<void>;
  /** Makes an entry of the page's history for an act and gives its number. */
  markStep(): number;
  /** Goes over the entry of an act that was taken back or done again. */
  cross(way: 'undo' | 'redo'): void;
}

/** One for a page, whatever graph it shows; `source` is null where the page is a file. */
export function makeDesk(source: DeskSource | null, follow: Follow) {
  /** Null until the server has told. */
  const canDecide = signal<boolean | null>(source === null ? false : null);
  const questions = signal(0);
  const isWorking = signal(false);
  const notice = signal<Notice | null>(null);
  const done: Deed[] = [];
  let undone: Deed[] = [];

  const look = async (): Promise<void> => {
    if (source === null) return;
    try {
      const found = await source.look();
      canDecide.value = found.canDecide;
      questions.value = found.questions;
    } catch {
      // That the server is silent is told by the line at the top of the page.
    }
  };

  /** One act at a time: a second click while the graph is drawn does nothing. */
  const work = async (act: (from: DeskSource) => Promise<void>): Promise<void> => {
    if (source === null || isWorking.value) return;
    isWorking.value = true;
    notice.value = null;
    try {
      await act(source);
      await look();
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      notice.value = { text, kind: 'failed', mayUndo: false };
    } finally {
      isWorking.value = false;
    }
  };

  const settle = async (told: string, send: Deed['send'], { acts, entities }: Sent): Promise<void> => {
    undone = [];
    const step = follow.markStep();
    await follow.renew(entities);
    done.push({ acts, step, send, told });
    notice.value = { text: `${told} ${words().decide.keeps}`, kind: 'done', mayUndo: true };
  };
  const act = (told: string, decide: (from: DeskSource) => Promise<OutcomePayload>): Promise<void> =>
    work(async (from) => {
      const send = async (source: DeskSource): Promise<Sent> => {
        const { act: number, entities } = await decide(source);
        return { acts: [number], entities };
      };
      await settle(told, send, await send(from));
    });

  return {
    source,
    canDecide,
    questions,
    isWorking,
    notice,
    look,
    /** Asks the server to keep it and draws the graph anew; `told` says on the page what was done. */
    act,
    /** Draws the graph from answers that were kept without drawing; together they are one act, to be taken back. */
    draw: (answers: readonly Answer[]): Promise<void> =>
      work(async (from) => {
        await from.draw();
        const told = words().doubts.drawn(answers.length);
        await settle(told, (source) => answerAgain(source, answers), {
          acts: answers.map(({ act: number }) => number),
          entities: [],
        });
      }),
    /** True where the newest entry of the page's history is an act that can be taken back, or done again. */
    isLast: (step: number): boolean => done.at(-1)?.step === step,
    isNext: (step: number): boolean => undone.at(-1)?.step === step,
    undo: (): Promise<void> =>
      work(async (from) => {
        const deed = done.at(-1);
        if (deed === undefined) return;
        await takeBack(from, deed);
        done.pop();
        undone.push(deed);
        follow.cross('undo');
        await follow.renew([]);
        notice.value = { text: words().decide.undone, kind: 'done', mayUndo: false };
      }),
    redo: (): Promise<void> =>
      work(async (from) => {
        const deed = undone.at(-1);
        if (deed === undefined) return;
        const outcome = await deed.send(from);
        undone.pop();
        done.push({ ...deed, acts: outcome.acts });
        follow.cross('redo');
        await follow.renew(outcome.entities);
        notice.value = { text: words().decide.redone, kind: 'done', mayUndo: true };
      }),
    /** A new act of the page: what was taken back can no longer be done again. */
    forget: (): void => {
      undone = [];
    },
  };
}

/** The newest first, as the server asks; what is taken back is forgotten, so that a failure can be tried again. */
async function takeBack(source: DeskSource, deed: Deed): Promise<void> {
  for (let act = deed.acts.at(-1); act !== undefined; act = deed.acts.at(-1)) {
    await source.undo({ act, draw: deed.acts.length === 1 });
    deed.acts = deed.acts.slice(0, -1);
  }
}

async function answerAgain(source: DeskSource, answers: readonly Answer[]): Promise<Sent> {
  const acts: number[] = [];
  for (const { request } of answers) {
    const { act } = await source.decide({ ...request, draw: acts.length === answers.length - 1 });
    acts.push(act);
  }
  return { acts, entities: [] };
}
