// Where the keyboard goes on after the button that was pressed has gone.
import { useEffect, useRef } from 'preact/hooks';

/** For the heading of what just opened: takes the focus if it fell to the page, but not while the page itself opens. */
export function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const lost = document.activeElement === document.body || document.activeElement === null;
    if (lost && document.documentElement.dataset.ready !== undefined) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
