// One line over the page: what a decision did, with the way to take it back; or that the server has gone silent.
import { serverLost } from '../ask-server.ts';
import { words } from '../language.ts';
import type { Store } from '../store.ts';

export function NoticeLine({ store }: { store: Store }) {
  const { isWorking, notice, look } = store.desk;
  const told = notice.value;
  if (serverLost.value && store.desk.source !== null) {
    return (
      <div class="notice-line failed" role="alert">
        <p>{words().source.stopped}</p>
        <button type="button" class="link" onClick={() => void look()}>
          {words().source.retry}
        </button>
      </div>
    );
  }
  if (isWorking.value) {
    return (
      <div class="notice-line" role="status">
        <p>{words().decide.working}</p>
        <progress aria-label={words().decide.working} />
      </div>
    );
  }
  if (told === null) return null;
  return (
    <div class={`notice-line ${told.kind}`} role={told.kind === 'failed' ? 'alert' : 'status'}>
      <p dir="auto">{told.text}</p>
      {told.mayUndo && (
        <button type="button" class="link" onClick={store.undo}>
          {words().decide.takeBack}
        </button>
      )}
      <button
        type="button"
        class="icon"
        aria-label={words().decide.close}
        onClick={() => {
          notice.value = null;
        }}
      >
        ×
      </button>
    </div>
  );
}
