// Where eye and keyboard go on after something opened beside, or on a phone below, what was pressed.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { giveBack, openerOutside } from './give-back.ts';

/**
 * For the heading of what just opened, but not while the page itself opens: takes the focus if it fell to the page. Below a
 * list on a phone the panel comes into sight, too, and has the focus until it closes.
 */
export function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const panel = panelOf(heading.current);
    if (panel === null || document.documentElement.dataset.ready === undefined) return;
    opener.current = openerOutside(panel);
    const isBelowList = document.querySelector('.page') !== null && panel.getBoundingClientRect().top > innerHeight;
    if (isBelowList) panel.scrollIntoView();
    if (isBelowList || opener.current === null) heading.current?.focus({ preventScroll: true });
  }, []);
  useLayoutEffect(() => {
    const panel = panelOf(heading.current);
    return () => giveBack(panel, opener.current);
  }, []);
  return heading;
}

function panelOf(heading: HTMLElement | null): Element | null {
  return heading?.closest('.panel') ?? null;
}
