// Where the page is one column and an open article fills the screen (the same width as in styles/phone.css).

export function isPhone(): boolean {
  return matchMedia('(max-width: 760px)').matches;
}
