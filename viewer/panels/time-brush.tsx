// The filters on time: bars to drag over, and two dates to type, for the days of publication and of what happened.
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../language.ts';
import { CLOCKS, type Clock, isLimited, type Stretch, setFilter } from '../state.ts';
import type { Store } from '../store.ts';
import { type Bar, nextWindow } from '../timeline.ts';

/** One bar of time passes in so many milliseconds. */
const BEAT_MS = 900;

/** One brush for each clock; what is chosen on one and on the other holds together. */
export function TimeBrush({ store }: { store: Store }) {
  return (
    <>
      {CLOCKS.map((clock) => (
        <Brush key={clock} store={store} clock={clock} />
      ))}
    </>
  );
}

interface BrushProps {
  readonly store: Store;
  readonly clock: Clock;
}

function Brush({ store, clock }: BrushProps) {
  const { from, to } = store.state.value.filter[clock];
  const bars = store.bars[clock].value;
  // A graph that tells of no days has nothing to choose among.
  if (bars.length === 0 && from === null && to === null) return null;
  const choose = (days: Stretch): void =>
    store.change((now) => setFilter(now, { [clock]: { from: days.from || null, to: days.to || null } }));
  return (
    <fieldset class="time">
      <legend>{words().time[clock]}</legend>
      <Bars store={store} clock={clock} bars={bars} />
      <div class="days">
        <label class="day">
          {words().time.from}
          <input type="date" value={from ?? ''} onChange={(event) => choose({ from: event.currentTarget.value, to })} />
        </label>
        <label class="day">
          {words().time.to}
          <input type="date" value={to ?? ''} onChange={(event) => choose({ from, to: event.currentTarget.value })} />
        </label>
      </div>
      <Undated store={store} clock={clock} />
    </fieldset>
  );
}

/** What has no day is never dropped without a word. */
function Undated({ store, clock }: BrushProps) {
  const undated = store.counts.value.undated[clock];
  if (undated === 0) return null;
  return <p class="quiet">{words().time.undated(undated, isLimited(store.state.value.filter[clock]))}</p>;
}

/** A press chooses one bar, a drag all bars it passes; the dates below do the same for the keyboard. */
function Bars({ store, clock, bars }: BrushProps & { readonly bars: readonly Bar[] }) {
  const { from: chosenFrom, to: chosenTo } = store.state.value.filter[clock];
  const anchor = useRef<number | null>(null);
  if (bars.length < 2) return <p class="quiet">{bars.length === 0 ? words().time.none : words().time.oneDay}</p>;
  const most = Math.max(...bars.map((bar) => bar.count), 1);
  const barAt = (event: PointerEvent): number => {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect();
    return Math.min(bars.length - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * bars.length)));
  };
  const drag = (event: PointerEvent): void => {
    if (anchor.current === null) return;
    const ends = [anchor.current, barAt(event)].sort((a, b) => a - b) as [number, number];
    const [from, to] = [bars[ends[0]]?.from ?? null, bars[ends[1]]?.to ?? null];
    store.change((now) => setFilter(now, { [clock]: { from, to } }), clock);
  };
  const isIn = (from: string, to: string): boolean =>
    (chosenFrom === null || to >= chosenFrom) && (chosenTo === null || from <= chosenTo);
  return (
    <>
      <svg
        class="bars"
        viewBox={`0 0 ${bars.length} 1`}
        preserveAspectRatio="none"
        aria-hidden="true"
        onPointerDown={(event) => {
          anchor.current = barAt(event);
          event.currentTarget.setPointerCapture(event.pointerId);
          drag(event);
        }}
        onPointerMove={drag}
        onPointerUp={() => {
          anchor.current = null;
        }}
      >
        {bars.map(({ from, to, count: number }, index) => (
          <rect
            key={from}
            class={isIn(from, to) ? 'in' : ''}
            x={index + 0.08}
            width={0.84}
            y={1 - number / most}
            height={number / most}
          />
        ))}
      </svg>
      <p class="ends" aria-hidden="true">
        <span>{bars[0]?.from}</span>
        <span>{bars.at(-1)?.to}</span>
      </p>
      <Play store={store} clock={clock} bars={bars} />
    </>
  );
}

/** Lets the chosen stretch of time pass over the bars, one a beat; a single bar where none is chosen. */
function Play({ store, clock, bars }: BrushProps & { readonly bars: readonly Bar[] }) {
  const plays = store.state.value.plays === clock;
  const { from, to } = store.state.value.filter[clock];
  /** All that is played is one step of the history. */
  const show = (goesOn: boolean, days: Stretch = { from, to }): void =>
    store.change((now) => ({ ...setFilter(now, { [clock]: days }), plays: goesOn ? clock : null }), clock);
  useEffect(() => {
    if (!plays) return;
    const timer = setTimeout(() => {
      const next = nextWindow(bars, from, to);
      if (next === null) show(false);
      else show(true, next);
    }, BEAT_MS);
    return () => clearTimeout(timer);
  }, [store, bars, plays, from, to]);
  const start = (): void => {
    // From the beginning, where nothing is chosen or the end was reached.
    if (!plays && nextWindow(bars, from, to) === null) {
      show(true, { from: bars[0]?.from ?? null, to: bars[0]?.to ?? null });
    } else show(!plays);
  };
  return (
    <div class="play">
      <button type="button" class="button" aria-pressed={plays} title={words().time.playLabel} onClick={start}>
        {plays ? words().time.pause : words().time.play}
      </button>
      <output>{from !== null && to !== null && words().time.at(from, to, store.shown.value.claimCount)}</output>
    </div>
  );
}
