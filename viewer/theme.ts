// The colours of the canvas, read from the style sheet, so that light and dark are decided in one place.
import { type Palette, TYPE_COLORS } from './look.ts';
import type { NameStyle } from './names-layer.ts';

export interface Theme {
  readonly palette: Palette;
  readonly names: NameStyle;
}

/** Custom properties of the root element; they must be `#rrggbb`. */
export function readTheme(): Theme {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    palette: {
      types: Array.from({ length: TYPE_COLORS }, (_, place) => read(`--type-${place}`)),
      edge: read('--edge'),
      disputed: read('--disputed'),
      selected: read('--selected'),
      dimmedNode: read('--dimmed-node'),
      dimmedEdge: read('--dimmed-edge'),
      text: read('--ink'),
      background: read('--canvas'),
    },
    names: {
      font: read('--sans'),
      text: read('--ink'),
      faint: read('--quiet'),
      halo: read('--canvas'),
      disputed: read('--disputed'),
    },
  };
}

/** Calls back when the reader's system turns from light to dark or back. Returns what stops it. */
export function onThemeChange(callback: () => void): () => void {
  const query = matchMedia('(prefers-color-scheme: dark)');
  query.addEventListener('change', callback);
  return () => query.removeEventListener('change', callback);
}
