// The list of keys, in the languages of the page.

export const KEYS_EN = {
  title: 'Keys',
  hint: 'Keys (?)',
  close: 'Close',
  list: [
    ['/', 'to the search'],
    ['Esc', 'close what was opened last'],
    ['Ctrl+Z', 'undo, decisions about names too'],
    ['Ctrl+Shift+Z', 'redo'],
    ['← →', 'in the picture (reach it with Tab): from name to name'],
    ['↑ ↓', 'in the picture: from line to line; in lists: from row to row'],
    ['Enter', 'go to the name at the end of the line'],
    ['Space', 'open the sentences of the line'],
    ['S, D, U', 'in Doubts: same, different, cannot tell'],
    ['N, B', 'in Doubts: later, back'],
    ['?', 'this list'],
  ] as readonly (readonly [keys: string, does: string])[],
};

export const KEYS_DE: typeof KEYS_EN = {
  title: 'Tasten',
  hint: 'Tasten (?)',
  close: 'Schließen',
  list: [
    ['/', 'zur Suche'],
    ['Esc', 'schließt, was zuletzt geöffnet wurde'],
    ['Strg+Z', 'nimmt zurück, auch Entscheidungen über Namen'],
    ['Strg+Umschalt+Z', 'stellt wieder her'],
    ['← →', 'im Bild (mit Tab zu erreichen): von Name zu Name'],
    ['↑ ↓', 'im Bild: von Linie zu Linie; in Listen: von Zeile zu Zeile'],
    ['Eingabe', 'geht zum Namen am Ende der Linie'],
    ['Leertaste', 'öffnet die Sätze der Linie'],
    ['S, D, U', 'in Zweifel: dasselbe, verschieden, nicht zu sagen'],
    ['N, B', 'in Zweifel: später, zurück'],
    ['?', 'diese Liste'],
  ],
};
