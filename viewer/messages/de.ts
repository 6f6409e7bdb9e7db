// Every word of the page in German.
import { once } from '../once.ts';
import type { Messages } from './en.ts';
import { KEYS_DE } from './keys.ts';
import { ENTITY_TYPES, RELATION_TYPES } from './ontology-de.ts';
import { TROUBLES } from './troubles-de.ts';

// One for all: `toLocaleString` makes a new one for each number.
const format = once(() => new Intl.NumberFormat('de'));
const n = (number: number): string => format().format(number);
const count = (number: number, one: string, many: string): string => `${n(number)} ${number === 1 ? one : many}`;
const statements = (number: number): string => count(number, 'Aussage', 'Aussagen');
const names = (number: number): string => count(number, 'Name', 'Namen');
const sources = (number: number): string => count(number, 'unabhängige Quelle', 'unabhängige Quellen');
const articles = (number: number): string => count(number, 'Artikel', 'Artikel');
const neighbours = (number: number): string => count(number, 'Nachbar', 'Nachbarn');

export const DE: Messages = {
  number: n,
  percent: (share) => `${Math.round(share * 100)} %`,
  entityTypes: ENTITY_TYPES,
  relationTypes: RELATION_TYPES,
  openRelation: 'in den Worten des Textes',
  actRelation: 'tat',
  speechRelation: 'sagt',
  thoughtRelation: 'denkt',
  languageName: 'Deutsch',
  language: 'Sprache',

  counted: {
    names,
    statements,
    sources: (number) => count(number, 'Quelle', 'Quellen'),
    independentSources: sources,
    files: (number) => count(number, 'Datei', 'Dateien'),
    mentions: (number) => count(number, 'Nennung', 'Nennungen'),
    neighbours,
    articles,
    steps: (number) => count(number, 'Schritt', 'Schritte'),
  },

  page: {
    toStart: 'Zurück zum Anfang',
    filter: 'Filter',
    details: 'Einzelheiten',
    views: 'Ansichten',
    tabs: { graph: 'Bild', table: 'Tabelle', conflicts: 'Widersprüche', doubts: 'Zweifel', articles: 'Artikel' },
    loading: 'Wird geladen …',
    back: 'Zurück',
    emptyTitle: 'Dieser Graph ist leer',
    emptyText:
      'In seinen Dokumenten wurden keine Namen gefunden. Füge welche hinzu mit „stemma build ORDNER“ und lade diese Seite neu.',
    failedTitle: 'Der Graph konnte nicht gelesen werden',
    tryAgain: 'Noch einmal versuchen',
    history: 'Verlauf',
    undo: 'Rückgängig',
    undoKeys: 'Rückgängig (Strg+Z)',
    redo: 'Wiederholen',
    redoKeys: 'Wiederholen (Strg+Umschalt+Z)',
    showMore: 'Mehr zeigen',
    noPublisher: 'ohne Herausgeber',
    noDate: 'ohne Datum',
  },

  source: {
    silent: 'Der Server antwortet nicht. Starte ihn wieder mit `stemma view` und lade diese Seite neu.',
    status: (status) => `Der Server antwortete ${status}.`,
    trouble: ({ code, message }) =>
      Object.hasOwn(TROUBLES, code) ? (TROUBLES[code] ?? message) : `Der Server meldet: ${message}`,
    notInFile: (id) => `Diese Datei enthält das nicht: ${id}.`,
    stopped:
      'Der Server antwortet nicht. Was geladen ist, bleibt benutzbar; noch nicht gelesene Sätze sind unerreichbar.',
    retry: 'Erneut fragen',
    fileOnly:
      'Diese Seite ist eine einzelne Datei: Man kann sie lesen, aber nichts darin entscheiden. Um Namen zu trennen oder zu verbinden, öffne den Graphen selbst mit `stemma view`.',
    memoryOnly: 'Dieser Graph liegt in keiner Datei, deshalb lässt sich nichts über ihn entscheiden.',
  },

  search: {
    label: 'Namen, Artikel und Sätze suchen',
    placeholder: 'Namen, Artikel, Sätze suchen',
    results: 'Treffer',
    groups: { names: 'Namen', articles: 'Artikel', sentences: 'Sätze' },
    nothing: (words) => `Nichts gefunden zu „${words}“.`,
    found: (number) => count(number, 'Treffer', 'Treffer'),
  },

  picture: {
    noWebGl:
      'Dieser Browser kann das Bild nicht zeichnen (kein WebGL). Alles, was es zeigt, steht in den Listen daneben und in der Tabelle.',
    view: 'Ansicht',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    fit: 'Ganz',
    drawn: (lines, ofLines, shownNames, ofNames) =>
      `Gezeichnet sind die ${n(lines)} am besten belegten von ${n(ofLines)} Linien und ${n(shownNames)} von ${n(ofNames)} Namen im Blick, weil mehr nicht zu unterscheiden wären. Vergrößere für den Rest.`,
    redrawn: 'Die Grafikkarte hat das Bild fallen lassen; es wurde neu gezeichnet.',
    walkKeys: '← → gehen von Name zu Name, ↑ ↓ von Linie zu Linie · Eingabe geht dorthin · Leertaste öffnet die Sätze',
    walkLabel: (name) =>
      `Bild${name === undefined ? '' : ` um ${name}`}: links und rechts gehen von Name zu Name, auf und ab von Linie zu Linie, Eingabe geht dorthin, Leertaste öffnet die Sätze`,
    walkRole: 'Graph',
    nothingShown: 'Nichts ist zu sehen.',
    nothingLeft: 'Nichts zu zeichnen: Der Filter lässt keine Beziehung zwischen zwei Namen übrig.',
    inTable: (claims) => `${statements(claims)} in der Tabelle ansehen`,
    clearFilter: 'Filter leeren',
    noNeighbours: (name) => `${name} hat keine Nachbarn.`,
    stop: (name, number) => `${name}. ${neighbours(number)}.`,
    along: (name, words, at, all) => `${name}: ${words}. ${n(at)} von ${n(all)}.`,
  },

  legend: {
    title: 'Legende',
    wider: 'breiter: mehr unabhängige Quellen',
    fainter: 'blasser: weniger sicher',
    dashed: 'nur geplant, bestritten, erschlossen',
    described: 'kursiv: umschrieben, ohne Namen',
    disputed: 'umstritten',
    colours: 'Farben',
    byType: 'Arten',
    byGroup: 'Gruppen',
    around: (name, members) => `um ${name} (${n(members)})`,
    restOf: (groups) => count(groups, 'kleinere Gruppe', 'kleinere Gruppen'),
    goTo: (name) => `Zu ${name}`,
  },

  status: {
    showing: (shownNames, allNames, claims, allClaims) =>
      `Zu sehen sind ${n(shownNames)} von ${names(allNames)} und ${n(claims)} von ${statements(allClaims)}`,
    unconnected: (number) => `${n(number)} mit keinem anderen Namen verbunden sind`,
    filtered: 'der Filter den Rest verbirgt',
    farther: (name) => `weiter von ${name} Entferntes verborgen ist`,
    because: (line, reasons) => (reasons.length === 0 ? `${line}.` : `${line}, weil ${reasons.join(' und ')}.`),
    showThem: 'Zeigen',
    arranging: (share) => `Das Bild wird geordnet, ${Math.round(share * 100)} %`,
    articleOpen: (title) => `Artikel offen: ${title}`,
    statementOpen: (words) => `Aussage offen: ${words}`,
    nameOpen: (name, claims) => `${name}: ${statements(claims)}`,
  },

  filter: {
    title: 'Filter',
    clear: 'Leeren',
    unconnected: 'Namen ohne Beziehung',
    without: (title) => `Ohne das, was nur „${title}“ sagt.`,
    withAgain: 'Wieder zeigen',
    all: (number) => `Alle ${n(number)}`,
    fewer: 'Weniger',
    find: 'In dieser Liste suchen',
    found: (found, all) => `${n(found)} von ${n(all)}`,
    lists: {
      entityTypes: 'Art des Namens',
      relationTypes: 'Beziehung',
      disputes: 'Streit',
      polarities: 'Bejaht oder bestritten',
      modalities: 'Tatsache oder Plan',
      speakers: 'Gesagt von',
      months: 'Monat',
      publishers: 'Herausgeber',
      documents: 'Artikel',
    },
    values: {
      undated: 'ohne Datum',
      article: 'der Artikel selbst',
      disputed: 'umstritten',
      undisputed: 'unumstritten',
      affirmed: 'bejaht',
      denied: 'bestritten',
      actual: 'Tatsache',
      planned: 'geplant',
      possible: 'möglich',
      conditional: 'bedingt',
      demanded: 'gefordert',
    },
    sources: 'Unabhängige Quellen',
    any: 'alle',
    sourcesChoice: (least, claims) => `${least === 1 ? 'alle' : `mindestens ${least}`}, ${statements(claims)}`,
    confidence: 'Sicherheit',
    sure: (words, claims) => `${words}, ${statements(claims)}`,
  },

  time: {
    published: 'Erschienen',
    happened: 'Geschehen',
    from: 'von',
    to: 'bis',
    none: 'Keine Daten bekannt.',
    oneDay: 'Alles an einem Tag.',
    undated: (number, hidden) => `${statements(number)} ohne Datum${hidden ? ', durch diese Daten verborgen' : ''}`,
    play: 'Abspielen',
    pause: 'Anhalten',
    playLabel: 'Die Zeit vergehen lassen',
    at: (from, to, claims) => `${from === to ? from : `${from} bis ${to}`}: ${statements(claims)}`,
  },

  start: { title: 'Am häufigsten genannt' },

  entity: {
    all: '← Alle',
    none: 'Keine Aussage verbindet dies mit einem anderen Namen.',
    showing: (near, all) =>
      `Zu sehen sind ${n(near)} von ${neighbours(all)}, weil mehr nicht lesbar wären: Die mit den meisten unabhängigen Quellen stehen vorn.`,
    more: (number) => `${n(number)} weitere zeigen`,
    hidden: (number) => `${statements(number)} durch den Filter verborgen.`,
    literals: (number) => `Zahlen und Daten (${n(number)})`,
    did: (number) => `Tat (${n(number)})`,
    says: (number) => `Sagt (${n(number)})`,
    thinks: (number) => `Denkt, so heißt es (${n(number)})`,
    around: 'Schritte ringsum',
    aroundOnly: 'den Rest verbergen',
    aroundFew: (drawn, all) => `Hell sind ${n(drawn)} von ${n(all)} Linien, weil mehr nicht lesbar wären.`,
    out: (relation) => `${relation} …`,
    in: (relation, name) => `… ${relation} ${name}`,
  },

  pair: {
    hidden: (number) => `, ${n(number)} durch den Filter verborgen`,
  },

  claim: {
    said: (text) => `„${text}“`,
    when: (time) => `Wann: ${time}`,
    sentences: 'Sätze',
    first: (shown, all) => `Die ersten ${n(shown)} von ${n(all)} Sätzen.`,
    copyOf: (title) => `Abschrift von „${title}“`,
    because: 'weil',
    hedges: ['', 'geplant', 'möglich', 'bedingt', 'gefordert'],
    disputed: 'umstritten',
    denied: 'bestritten',
    derived: 'folgt aus anderen',
    hedged: (hedge, words) => `${hedge}: ${words}`,
    noSentence: 'ohne eigenen Satz',
    measure: (independent, files, share) =>
      `${sources(independent)} in ${count(files, 'Datei', 'Dateien')} · ${Math.round(share * 100)}\u00a0% sicher`,
    namedAs: (name, text) => `${name} („${text}“)`,
    denies: (who) => `${who} bestreitet es`,
    accordingTo: (who) => `laut ${who}`,
  },

  conflicts: {
    title: 'Widersprüche',
    kinds: {
      quantity: 'Verschiedene Zahlen',
      role: 'Verschiedene Ämter',
      functional: 'Nur eines kann stimmen',
      polarity: 'Bejaht und bestritten',
    },
    none: 'Keine Aussage widerspricht einer anderen.',
    shown: (shown, hidden) =>
      `${count(shown, 'Stelle', 'Stellen')}, an denen Artikel einander widersprechen${hidden > 0 ? `, ${n(hidden)} durch den Filter verborgen` : ''}.`,
  },

  table: {
    title: 'Aussagen',
    same: (number) => `${statements(number)}, dieselben wie im Bild.`,
    some: (number, all) => `${n(number)} von ${statements(all)} enthalten diese Worte.`,
    columns: {
      subject: 'Wer oder was',
      relation: 'Beziehung',
      object: 'Zu wem oder was',
      sources: 'Quellen',
      articles: 'Artikel',
      confidence: 'Sicherheit',
    },
    find: 'In der Tabelle suchen',
    copy: 'Kopieren',
    copied: (number) => `${count(number, 'Zeile', 'Zeilen')} kopiert.`,
    notCopied: 'Der Browser lässt diese Seite nicht kopieren.',
    more: (next, left) => `${n(next)} weitere von ${n(left)} zeigen`,
  },

  path: {
    to: 'bis',
    none: 'Keine Kette gezeigter Aussagen verbindet sie.',
    found: (steps) => `${count(steps, 'Schritt', 'Schritte')}, der kürzeste Weg über gezeigte Aussagen.`,
    more: (number) => `${count(number, 'weitere Aussage', 'weitere Aussagen')} über die beiden`,
    find: 'Weg finden zu …',
    otherEnd: 'Name am anderen Ende',
    placeholder: 'Anderer Name',
  },

  reader: {
    article: 'Artikel',
    close: 'Artikel schließen',
    closeKeys: 'Artikel schließen (Esc)',
    repeats: (share, title) =>
      `${Math.round(share * 100)} % dieses Textes wiederholen „${title}“: keine unabhängige Quelle.`,
    relies: (who) => `Stützt sich auf ${who}.`,
    lost: 'Zitat nicht gefunden: Der Text an dieser Stelle weicht vom gespeicherten Zitat ab.',
    named: (number) => `${names(number)} in diesem Artikel`,
    notAlone: 'Alles, was dieser Artikel sagt, steht auch in anderen.',
    alone: (number, copied) =>
      `${statements(number)} ${number === 1 ? 'steht' : 'stehen'} nur in diesem Artikel${copied ? ' und seinen Abschriften' : ''}.`,
    hide: () => 'Verbergen',
    show: () => 'Zeigen',
    follow: 'Dem Lesen folgen',
    inView: (number) => `${names(number)} im Blick ${number === 1 ? 'leuchtet' : 'leuchten'} im Bild.`,
    select: 'Markiere Text, um seinen Teil des Bildes zu sehen.',
    selected: (number) => `${names(number)} der Auswahl ${number === 1 ? 'leuchtet' : 'leuchten'} im Bild.`,
  },

  articles: {
    title: 'Wer wen wiederholt',
    summary: (all, copies) =>
      `${articles(all)}, davon ${copies === 1 ? 'wiederholt' : 'wiederholen'} ${n(copies)} einen anderen: Was sie teilen, zählt als eine Quelle.`,
    family: (name) => `${name} und was daraus wurde`,
    alone: (number) => `Für sich (${n(number)})`,
    outside: 'als Quelle genannt, nicht unter den Artikeln',
    copies: (share, title) => `${Math.round(share * 100)} % wie „${title}“`,
    cites: (title) => `stützt sich auf „${title}“`,
    without: 'Verbergen, was keine andere Quelle stützt',
    aloneHide: (number) => `${n(number)} verbergen`,
    copiedHide: (number) => `${n(number)} mit Abschriften verbergen`,
    aloneShow: (number) => `${n(number)} wieder zeigen`,
  },

  dossier: {
    names: (number) => `Namen (${n(number)})`,
    times: (number) => `× ${n(number)}`,
    joined: (number) => `Warum dies eines ist (${n(number)})`,
    apart: (number) => `Getrennt gehalten oder zweifelhaft (${n(number)})`,
    noReason: 'Kein Grund gespeichert.',
    alike: (share) => `zu ${Math.round(share * 100)} % gleich`,
    verdicts: { same: '', different: 'getrennt gehalten', unsure: 'zweifelhaft' },
    by: (who) => `von ${who}`,
    aPerson: 'einem Menschen',
    theProgram: 'dem Programm',
    inDocument: (surface, title) => `„${surface}“ in ${title}`,
    morePairs: (number) => `und ${count(number, 'weiteres Paar', 'weitere Paare')}`,
    wikidata: (item) => `Wikidata ${item}`,
  },

  decide: {
    title: 'Trennen oder verbinden',
    part: (number) => `Nach Artikeln trennen (${n(number)})`,
    partHint: 'Hake die Artikel an, in denen der Name jemand oder etwas anderes meint.',
    partButton: (number) => (number === 0 ? 'Abtrennen' : `${articles(number)} vom Rest trennen`),
    partAll: 'Mindestens ein Artikel muss bleiben.',
    join: 'Mit einem anderen Namen verbinden',
    joinHint: 'Für zwei Namen einer Person oder Sache.',
    joinLabel: 'Name, mit dem verbunden wird',
    joinPlaceholder: 'Anderer Name',
    notSame: 'Das sind zwei',
    working: 'Der Graph wird neu gezeichnet. Du kannst inzwischen weiterlesen.',
    parted: (name) => `„${name}“ wurde getrennt.`,
    joinedWith: (left, right) => `„${left}“ und „${right}“ wurden verbunden.`,
    keptApart: (left, right) => `„${left}“ und „${right}“ bleiben getrennt.`,
    unsure: 'Vermerkt, dass es niemand sagen kann.',
    undone: 'Die Entscheidung wurde zurückgenommen.',
    redone: 'Die Entscheidung gilt wieder.',
    keeps: 'Gilt auch für spätere Läufe.',
    takeBack: 'Zurücknehmen',
    close: 'Diese Meldung schließen',
  },

  doubts: {
    title: 'Zweifel',
    none: 'Nichts zu fragen: Kein zweifelhafter Name ist übrig.',
    line: (at, all) => `${n(at)} von ${n(all)}`,
    question: 'Ein und dasselbe?',
    likely: (share) => `zu ${Math.round(share * 100)} % wahrscheinlich`,
    states: {
      same: 'gilt jetzt als eines',
      different: 'jetzt getrennt gehalten',
      unsure: 'offen, deshalb jetzt getrennt',
    },
    same: 'Dasselbe',
    different: 'Verschieden',
    unsure: 'Nicht zu sagen',
    later: 'Später',
    back: 'Zurück',
    kept: (number) =>
      `${count(number, 'Antwort', 'Antworten')} behalten. Das Bild folgt, wenn du diese Seite verlässt, oder jetzt:`,
    draw: 'Graph neu zeichnen',
    drawn: (number) => `Der Graph folgt ${count(number, 'Antwort', 'Antworten')}.`,
    keys: 'Jede Antwort ist eine Taste; mehr ist nicht zu drücken.',
    done: 'Das war die letzte Frage.',
    openName: (name) => `${name} öffnen`,
  },

  keys: KEYS_DE,

  take: {
    title: 'Mitnehmen',
    shown: 'Was jetzt zu sehen ist, als',
    pictures: 'Bild',
    data: 'Daten',
    copyLink: 'Link kopieren',
    linkCopied: 'Der Link wurde kopiert: Er stellt diese Ansicht wieder her.',
    formats: {
      png: 'Bild dieser Ansicht',
      svg: 'Bild, das sich vergrößern lässt',
      graphml: 'Gephi, yEd, networkx, igraph',
      gexf: 'Gephi, mit den Orten im Bild',
      csv: 'eine Aussage je Zeile',
      json: 'Knoten und Kanten',
    },
    saved: (file) => `${file} gespeichert.`,
  },
};
