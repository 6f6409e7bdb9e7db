// What the server could not do, in German, by the code of its error; its own words are English.

export const TROUBLES: Readonly<Record<string, string>> = {
  'not-found': 'Das gibt es in diesem Graphen nicht mehr. Lade die Seite neu: Er wurde inzwischen neu gezeichnet.',
  'bad-input': 'Der Server konnte mit dieser Anfrage nichts anfangen. Lade die Seite neu und versuche es noch einmal.',
  'graph-busy': 'Jemand anders ändert den Graphen gerade. Warte, bis das fertig ist, und versuche es noch einmal.',
  'graph-missing': 'Die Datei des Graphen ist nicht mehr da. Lege sie zurück oder baue sie neu mit `stemma build`.',
  'graph-damaged': 'Die Datei des Graphen ist beschädigt. Baue sie neu mit `stemma build`.',
  'graph-newer': 'Die Datei des Graphen stammt von einem neueren Stemma. Öffne sie mit diesem.',
  'not-a-graph': 'Die Datei ist kein Graph von Stemma.',
  'write-failed':
    'Die Datei des Graphen ließ sich nicht schreiben. Prüfe, ob die Platte voll oder die Datei geschützt ist.',
  bug: 'Das ist ein Fehler in Stemma. Bitte melde ihn.',
};
