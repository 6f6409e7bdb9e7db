// The queue of doubts, as `stemma review` asks them: both names in their sentences, one key an answer, kept at once.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PassagePayload, QuestionPayload, VerdictPayload } from '../../src/server/decision-payload.ts';
import type { Answer } from '../desk.ts';
import { isTyping } from '../keys.ts';
import { wordFor, words } from '../language.ts';
import { focusEntity } from '../state.ts';
import type { Store } from '../store.ts';
import { useLoaded } from './loaded.tsx';
import { WhyNot } from './part-or-join.tsx';
import { Reason } from './reason.tsx';

/** The keys of `stemma review`. */
const VERDICTS: Readonly<Record<string, VerdictPayload>> = { s: 'same', d: 'different', u: 'unsure' };

export function Doubts({ store }: { store: Store }) {
  const { canDecide, source } = store.desk;
  const questions = useLoaded(String(canDecide.value), async () =>
    canDecide.value === true && source !== null ? await source.questions() : [],
  );
  return (
    <section class="page doubts" aria-labelledby="doubts-heading">
      <h2 id="doubts-heading">{words().doubts.title}</h2>
      {canDecide.value === false && <WhyNot store={store} />}
      {questions === undefined && <p class="quiet">{words().page.loading}</p>}
      {questions instanceof Error && (
        <p class="trouble" role="alert">
          {questions.message}
        </p>
      )}
      {canDecide.value === true && Array.isArray(questions) && <Queue store={store} questions={questions} />}
    </section>
  );
}

/** What was answered so far; null for a question put off. */
type Passed = readonly (Answer | null)[];

function Queue({ store, questions }: { store: Store; questions: readonly QuestionPayload[] }) {
  const [passed, setPassed] = useState<Passed>([]);
  const [trouble, setTrouble] = useState('');
  const busy = useRef(false);
  const kept = passed.filter((answer) => answer !== null);
  const draw = useDrawOnLeaving(store, kept);
  const question = questions[passed.length];

  /** One answer at a time, so that each finds the graph that the one before left. */
  const step = async (go: () => Promise<Passed>): Promise<void> => {
    if (busy.current) return;
    busy.current = true;
    try {
      setPassed(await go());
      setTrouble('');
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    } finally {
      busy.current = false;
    }
  };
  const answer = (verdict: VerdictPayload): void =>
    void step(async () => {
      if (question === undefined || store.desk.source === null) return passed;
      const [left, right] = [question.left.mention, question.right.mention];
      const request = { verdict, left, right };
      const { act } = await store.desk.source.decide({ ...request, draw: false });
      return [...passed, { act, request }];
    });
  const later = (): void => void step(async () => (question === undefined ? passed : [...passed, null]));
  const back = (): void =>
    void step(async () => {
      const last = passed.at(-1);
      if (last) await store.desk.source?.undo({ act: last.act, draw: false });
      return passed.slice(0, -1);
    });
  useAnswerKeys({ answer, later, back });

  if (questions.length === 0) return <p class="quiet">{words().doubts.none}</p>;
  return (
    <>
      <p class="quiet">{words().doubts.keys}</p>
      <div role="status">
        {question === undefined ? (
          <p>{words().doubts.done}</p>
        ) : (
          <QuestionCard
            store={store}
            question={question}
            line={words().doubts.line(passed.length + 1, questions.length)}
          />
        )}
      </div>
      <div class="answers">
        <AnswerButton
          letter="s"
          text={words().doubts.same}
          off={question === undefined}
          onClick={() => answer('same')}
        />
        <AnswerButton
          letter="d"
          text={words().doubts.different}
          off={question === undefined}
          onClick={() => answer('different')}
        />
        <AnswerButton
          letter="u"
          text={words().doubts.unsure}
          off={question === undefined}
          onClick={() => answer('unsure')}
        />
        <AnswerButton letter="n" text={words().doubts.later} off={question === undefined} onClick={later} />
        <AnswerButton letter="b" text={words().doubts.back} off={passed.length === 0} onClick={back} />
      </div>
      {trouble !== '' && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      {kept.length > 0 && (
        <p class="kept">
          {words().doubts.kept(kept.length)}{' '}
          <button type="button" class="button" onClick={draw}>
            {words().doubts.draw}
          </button>
        </p>
      )}
    </>
  );
}

function AnswerButton(props: { letter: string; text: string; off: boolean; onClick: () => void }) {
  return (
    <button type="button" class="button" disabled={props.off} aria-keyshortcuts={props.letter} onClick={props.onClick}>
      {props.text} <kbd>{props.letter}</kbd>
    </button>
  );
}

function QuestionCard({ store, question, line }: { store: Store; question: QuestionPayload; line: string }) {
  const { left, right, score, verdict, reasons } = question;
  const told = words().doubts;
  return (
    <article class="question">
      <h3>
        {told.question} <span class="quiet">{line}</span>
      </h3>
      <p class="measure">
        {told.likely(score)} · {wordFor(told.states, verdict)}
      </p>
      <div class="sides">
        <Passage store={store} passage={left} />
        <Passage store={store} passage={right} />
      </div>
      <ul class="reasons">
        {reasons.map((reason) => (
          <li key={reason}>
            <Reason text={reason} />
          </li>
        ))}
      </ul>
    </article>
  );
}

function Passage({
  store,
  passage: { name, entity, before, surface, after, place },
}: {
  store: Store;
  passage: PassagePayload;
}) {
  return (
    <div class="claim">
      <h4>
        <button
          type="button"
          title={words().doubts.openName(name)}
          onClick={() => store.change((state) => ({ ...focusEntity(state, entity), tab: 'graph' }))}
        >
          <bdi>{name}</bdi>
        </button>
      </h4>
      <blockquote dir="auto">
        {before}
        <mark class="subject">{surface}</mark>
        {after}
      </blockquote>
      <p class="origin">{place}</p>
    </div>
  );
}

/** The graph is drawn once, when the reader leaves the questions or says so: drawing takes as long as the folder is large. */
function useDrawOnLeaving(store: Store, kept: readonly Answer[]): () => void {
  const waiting = useRef(kept);
  waiting.current = kept;
  const isDrawn = useRef(false);
  const draw = (): void => {
    if (waiting.current.length === 0 || isDrawn.current || store.desk.isWorking.peek()) return;
    isDrawn.current = true;
    void store.desk.draw(waiting.current).then(() => {
      isDrawn.current = store.desk.notice.peek()?.kind !== 'failed';
    });
  };
  useEffect(() => draw, [store]);
  return draw;
}

interface Answers {
  readonly answer: (verdict: VerdictPayload) => void;
  readonly later: () => void;
  readonly back: () => void;
}

function useAnswerKeys({ answer, later, back }: Answers): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isTyping(event.target) || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const verdict = VERDICTS[event.key];
      if (verdict !== undefined) answer(verdict);
      else if (event.key === 'n') later();
      else if (event.key === 'b') back();
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  });
}
