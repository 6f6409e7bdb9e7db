// How much of what is shown the picture has drawn, where that is not all of it: nothing is left out without a word.
import type { Store } from '../store.ts';

export function DrawnLine({ store }: { store: Store }) {
  const drawn = store.drawn.value;
  if (drawn === null || (drawn.lines === drawn.ofLines && drawn.names === drawn.ofNames)) return null;
  const of = (part: number, all: number): string => `${part.toLocaleString('en')} of ${all.toLocaleString('en')}`;
  return (
    <p class="notice drawn" role="status">
      The picture draws the {of(drawn.lines, drawn.ofLines)} best supported lines and {of(drawn.names, drawn.ofNames)}{' '}
      names in view, because more could not be told apart. Zoom in for the rest.
    </p>
  );
}
