// The way back of the keyboard: what was pressed to open something has the focus again once that closes.

/** What has the focus, to be given back to; null where it lies on the page itself, or in `room`, which is about to go. */
export function openerOutside(room: Element | null): HTMLElement | null {
  const active = document.activeElement;
  const isElsewhere = active instanceof HTMLElement && active !== document.body && room?.contains(active) !== true;
  return isElsewhere ? active : null;
}

/** Called while `room` goes (as a layout effect does, and no other): the focus that would be lost with it returns to `opener`, if that is still there. */
export function giveBack(room: Element | null, opener: HTMLElement | null): void {
  if (opener === null || room?.contains(document.activeElement) !== true) return;
  // After the page was drawn, which may put it at its top.
  queueMicrotask(() => {
    if (opener.isConnected) opener.focus();
  });
}
