// How much of what is shown the picture has drawn, where that is not all of it: nothing is left out without a word.
import { words } from '../language.ts';
import type { Store } from '../store.ts';

export function DrawnLine({ store }: { store: Store }) {
  const drawn = store.drawn.value;
  if (drawn === null || (drawn.lines === drawn.ofLines && drawn.names === drawn.ofNames)) return null;
  return (
    <p class="notice drawn" role="status">
      {words().picture.drawn(drawn.lines, drawn.ofLines, drawn.names, drawn.ofNames)}
    </p>
  );
}
