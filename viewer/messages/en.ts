// Every word of the page in English. The other languages hold the same messages: the compiler sees to it.
import type { ErrorPayload } from '../../src/server/payload.ts';
import { once } from '../once.ts';
import { KEYS_EN } from './keys.ts';

// One for all: `toLocaleString` makes a new one for each number.
const format = once(() => new Intl.NumberFormat('en'));
const n = (number: number): string => format().format(number);
const count = (number: number, one: string, many = `${one}s`): string => `${n(number)} ${number === 1 ? one : many}`;
const statements = (number: number): string => count(number, 'statement');

export const EN = {
  number: n,
  percent: (share: number): string => `${Math.round(share * 100)} %`,
  /** Names of kinds and relations of the ontology; empty where the graph's own labels are in this language. */
  entityTypes: {} as Readonly<Record<string, string>>,
  relationTypes: {} as Readonly<Record<string, string>>,
  openRelation: 'in the words of the text',
  actRelation: 'did',
  speechRelation: 'says',
  thoughtRelation: 'thinks',
  languageName: 'English',
  language: 'Language',

  counted: {
    names: (number: number) => count(number, 'name'),
    statements,
    sources: (number: number) => count(number, 'source'),
    independentSources: (number: number) => count(number, 'independent source'),
    files: (number: number) => count(number, 'file'),
    mentions: (number: number) => count(number, 'mention'),
    neighbours: (number: number) => count(number, 'neighbour'),
    articles: (number: number) => count(number, 'article'),
    steps: (number: number) => count(number, 'step'),
  },

  page: {
    toStart: 'Back to the start',
    filter: 'Filter',
    details: 'Details',
    views: 'Views',
    tabs: { graph: 'Picture', table: 'Table', conflicts: 'Conflicts', doubts: 'Doubts', articles: 'Articles' },
    loading: 'Loading…',
    back: 'Back',
    emptyTitle: 'This graph is empty',
    emptyText: 'No names were found in its documents. Add some with “stemma build FOLDER”, then reload this page.',
    failedTitle: 'The graph could not be read',
    tryAgain: 'Try again',
    history: 'History',
    undo: 'Undo',
    undoKeys: 'Undo (Ctrl+Z)',
    redo: 'Redo',
    redoKeys: 'Redo (Ctrl+Shift+Z)',
    showMore: 'Show more',
    noPublisher: 'no publisher named',
    noDate: 'without a date',
  },

  source: {
    silent: 'The server does not answer. Start it again with `stemma view`, then reload this page.',
    status: (status: number) => `The server answered ${status}.`,
    trouble: ({ message, hint }: ErrorPayload) => `${message} ${hint}`,
    notInFile: (id: string) => `This file holds no such thing: ${id}.`,
    stopped: 'The server does not answer. What is loaded stays usable; sentences not yet read are out of reach.',
    retry: 'Ask again',
    fileOnly:
      'This page is one file: it can be read, but nothing can be decided in it. To part or join names, open the graph itself with `stemma view`.',
    memoryOnly: 'This graph is not stored in a file, so nothing can be decided about it.',
  },

  search: {
    label: 'Search names, articles and sentences',
    placeholder: 'Search names, articles, sentences',
    results: 'Results',
    groups: { names: 'Names', articles: 'Articles', sentences: 'Sentences' },
    nothing: (words: string) => `Nothing found for “${words}”.`,
    found: (number: number) => count(number, 'result'),
  },

  picture: {
    noWebGl:
      'This browser cannot draw the picture (no WebGL). Everything it shows is in the lists beside it and in the table.',
    view: 'View',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'Fit',
    drawn: (lines: number, ofLines: number, names: number, ofNames: number) =>
      `The picture draws the ${n(lines)} of ${n(ofLines)} best supported lines and ${n(names)} of ${n(ofNames)} names in view, because more could not be told apart. Zoom in for the rest.`,
    redrawn: 'The graphics card dropped the picture; it was drawn again.',
    walkKeys: '← → go from name to name, ↑ ↓ from line to line · Enter goes there · Space opens the sentences',
    walkLabel: (name: string | undefined) =>
      `Picture${name === undefined ? '' : ` around ${name}`}: left and right go from name to name, up and down from line to line, Enter goes there, Space opens the sentences`,
    walkRole: 'graph',
    nothingShown: 'Nothing is shown.',
    nothingLeft: 'Nothing to draw: the filter leaves no relation between two names.',
    inTable: (claims: number) => `See ${statements(claims)} in the table`,
    clearFilter: 'Clear the filter',
    noNeighbours: (name: string) => `${name} has no neighbours.`,
    stop: (name: string, neighbours: number) => `${name}. ${count(neighbours, 'neighbour')}.`,
    along: (name: string, words: string, at: number, all: number) => `${name}: ${words}. ${n(at)} of ${n(all)}.`,
  },

  legend: {
    title: 'Legend',
    wider: 'wider: more independent sources',
    fainter: 'fainter: less certain',
    dashed: 'only planned, denied or inferred',
    described: 'in italics: described, not named',
    disputed: 'disputed',
    colours: 'Colours',
    byType: 'kinds',
    byGroup: 'groups',
    around: (name: string, members: number) => `around ${name} (${n(members)})`,
    restOf: (groups: number) => `${count(groups, 'smaller group')}`,
    goTo: (name: string) => `Go to ${name}`,
  },

  status: {
    showing: (names: number, allNames: number, claims: number, allClaims: number) =>
      `Showing ${n(names)} of ${count(allNames, 'name')} and ${n(claims)} of ${statements(allClaims)}`,
    unconnected: (number: number) => `${n(number)} have no relation to another name`,
    filtered: 'the filter hides the rest',
    farther: (name: string) => `what is farther from ${name} is hidden`,
    because: (line: string, reasons: readonly string[]) =>
      reasons.length === 0 ? `${line}.` : `${line}, because ${reasons.join(' and ')}.`,
    showThem: 'Show them',
    arranging: (share: number) => `Arranging the picture, ${Math.round(share * 100)} %`,
    articleOpen: (title: string) => `Article open: ${title}`,
    statementOpen: (words: string) => `Statement open: ${words}`,
    nameOpen: (name: string, claims: number) => `${name}: ${statements(claims)}`,
  },

  filter: {
    title: 'Filter',
    clear: 'Clear',
    unconnected: 'Names without relations',
    without: (title: string) => `Without what only “${title}” says.`,
    withAgain: 'Show it again',
    all: (number: number) => `All ${n(number)}`,
    fewer: 'Fewer',
    find: 'Find in this list',
    found: (found: number, all: number) => `${n(found)} of ${n(all)}`,
    lists: {
      entityTypes: 'Kind of name',
      relationTypes: 'Relation',
      disputes: 'Dispute',
      polarities: 'Affirmed or denied',
      modalities: 'Fact or plan',
      speakers: 'Said by',
      months: 'Month',
      publishers: 'Publisher',
      documents: 'Article',
    },
    values: {
      undated: 'without a date',
      article: 'the article itself',
      disputed: 'disputed',
      undisputed: 'undisputed',
      affirmed: 'affirmed',
      denied: 'denied',
      actual: 'fact',
      planned: 'planned',
      possible: 'possible',
      conditional: 'conditional',
      demanded: 'demanded',
    } as Readonly<Record<string, string>>,
    sources: 'Independent sources',
    any: 'any',
    sourcesChoice: (least: number, claims: number) =>
      `${least === 1 ? 'any' : `at least ${least}`}, ${statements(claims)}`,
    confidence: 'Confidence',
    sure: (words: string, claims: number) => `${words}, ${statements(claims)}`,
  },

  time: {
    published: 'Published',
    happened: 'Happened',
    from: 'from',
    to: 'to',
    none: 'No dates are known.',
    oneDay: 'All on one day.',
    undated: (number: number, hidden: boolean) =>
      `${statements(number)} without a date${hidden ? ', hidden by these dates' : ''}`,
    play: 'Play',
    pause: 'Pause',
    playLabel: 'Let the time pass',
    at: (from: string, to: string, claims: number) =>
      `${from === to ? from : `${from} to ${to}`}: ${statements(claims)}`,
  },

  start: { title: 'Most mentioned' },

  entity: {
    all: '← All',
    none: 'No statement ties this to another name.',
    showing: (near: number, all: number) =>
      `Showing ${n(near)} of ${count(all, 'neighbour')}, because more could not be read: those with the most independent sources come first.`,
    more: (number: number) => `Show ${n(number)} more`,
    hidden: (number: number) => `${statements(number)} hidden by the filter.`,
    literals: (number: number) => `Numbers and dates (${n(number)})`,
    did: (number: number) => `Did (${n(number)})`,
    says: (number: number) => `Says (${n(number)})`,
    thinks: (number: number) => `Thinks, as told (${n(number)})`,
    around: 'Steps around',
    aroundOnly: 'hide the rest',
    aroundFew: (drawn: number, all: number) =>
      `Lit are ${n(drawn)} of ${n(all)} lines, because more could not be read.`,
    out: (relation: string) => `${relation} …`,
    in: (relation: string, name: string) => `… ${relation} ${name}`,
  },

  pair: {
    hidden: (number: number) => `, ${n(number)} hidden by the filter`,
  },

  claim: {
    said: (text: string) => `“${text}”`,
    when: (time: string) => `When: ${time}`,
    sentences: 'Sentences',
    first: (shown: number, all: number) => `The first ${n(shown)} of ${n(all)} sentences.`,
    copyOf: (title: string) => `copy of “${title}”`,
    because: 'because',
    hedges: ['', 'planned', 'possible', 'conditional', 'demanded'] as readonly string[],
    disputed: 'disputed',
    denied: 'denied',
    derived: 'follows from others',
    hedged: (hedge: string, words: string) => `${hedge}: ${words}`,
    noSentence: 'no sentence of its own',
    measure: (sources: number, files: number, share: number) =>
      `${count(sources, 'independent source')} in ${count(files, 'file')} · ${Math.round(share * 100)}\u00a0% sure`,
    namedAs: (name: string, text: string) => `${name} (“${text}”)`,
    denies: (who: string) => `${who} denies it`,
    accordingTo: (who: string) => `according to ${who}`,
  },

  conflicts: {
    title: 'Conflicts',
    kinds: {
      quantity: 'Different numbers',
      role: 'Different titles',
      functional: 'Only one can hold',
      polarity: 'Affirmed and denied',
    } as Readonly<Record<string, string>>,
    none: 'No statement contradicts another.',
    shown: (shown: number, hidden: number) =>
      `${count(shown, 'place')} where articles contradict one another${hidden > 0 ? `, ${n(hidden)} hidden by the filter` : ''}.`,
  },

  table: {
    title: 'Statements',
    same: (number: number) => `${statements(number)}, the same that the picture shows.`,
    some: (number: number, all: number) => `${n(number)} of ${statements(all)} hold these words.`,
    columns: {
      subject: 'Who or what',
      relation: 'Relation',
      object: 'To whom or what',
      sources: 'Sources',
      articles: 'Articles',
      confidence: 'Confidence',
    },
    find: 'Find in the table',
    copy: 'Copy',
    copied: (number: number) => `${count(number, 'row')} copied.`,
    notCopied: 'The browser does not let this page copy.',
    more: (next: number, left: number) => `Show ${n(next)} more of ${n(left)}`,
  },

  path: {
    to: 'to',
    none: 'No chain of shown statements connects them.',
    found: (steps: number) => `${count(steps, 'step')}, the shortest way over shown statements.`,
    more: (number: number) => `${count(number, 'more statement')} about the two`,
    find: 'Find a path to …',
    otherEnd: 'Name of the other end',
    placeholder: 'Another name',
  },

  reader: {
    article: 'Article',
    close: 'Close article',
    closeKeys: 'Close article (Esc)',
    repeats: (share: number, title: string) =>
      `${Math.round(share * 100)} % of this text repeats “${title}”: not an independent source.`,
    relies: (names: string) => `Relies on ${names}.`,
    lost: 'Quote not found: the text at the stored place differs from the stored quote.',
    named: (number: number) => `${count(number, 'name')} in this article`,
    notAlone: 'Everything this article says stands in others, too.',
    alone: (number: number, copied: boolean) =>
      `${statements(number)} ${number === 1 ? 'stands' : 'stand'} ${copied ? 'only in this article and its copies' : 'in this article alone'}.`,
    hide: (number: number) => `Hide ${number === 1 ? 'it' : 'them'}`,
    show: (number: number) => `Show ${number === 1 ? 'it' : 'them'}`,
    follow: 'Follow what I read',
    inView: (number: number) => `${count(number, 'name')} in view ${number === 1 ? 'is' : 'are'} lit in the picture.`,
    select: 'Select some text to see its part of the picture.',
    selected: (number: number) =>
      `${count(number, 'name')} in the selection ${number === 1 ? 'is' : 'are'} lit in the picture.`,
  },

  articles: {
    title: 'Who repeats whom',
    summary: (all: number, copies: number) =>
      `${count(all, 'article')}, of which ${n(copies)} ${copies === 1 ? 'repeats' : 'repeat'} another: what they share counts as one source.`,
    family: (name: string) => `${name} and what came from it`,
    alone: (number: number) => `On their own (${n(number)})`,
    outside: 'named as a source, not among the articles',
    copies: (share: number, title: string) => `${Math.round(share * 100)} % repeats “${title}”`,
    cites: (title: string) => `relies on “${title}”`,
    without: 'Hide what no other source supports',
    aloneHide: (number: number) => `Hide ${n(number)} only here`,
    copiedHide: (number: number) => `Hide ${n(number)} with copies`,
    aloneShow: (number: number) => `Show ${n(number)} again`,
  },

  dossier: {
    names: (number: number) => `Names (${n(number)})`,
    times: (number: number) => `× ${n(number)}`,
    joined: (number: number) => `Why these are one (${n(number)})`,
    apart: (number: number) => `Kept apart, or in doubt (${n(number)})`,
    noReason: 'No reason is stored.',
    alike: (share: number) => `${Math.round(share * 100)} % alike`,
    verdicts: { same: '', different: 'kept apart', unsure: 'in doubt' } as Readonly<Record<string, string>>,
    by: (who: string) => `by ${who}`,
    aPerson: 'a person',
    theProgram: 'the program',
    inDocument: (surface: string, title: string) => `“${surface}” in ${title}`,
    morePairs: (number: number) => `and ${count(number, 'more pair')}`,
    wikidata: (item: string) => `Wikidata ${item}`,
  },

  decide: {
    title: 'Part or join',
    part: (number: number) => `Part by article (${n(number)})`,
    partHint: 'Tick the articles in which the name means somebody or something else.',
    partButton: (number: number) => (number === 0 ? 'Part' : `Part ${count(number, 'article')} from the rest`),
    partAll: 'At least one article must stay.',
    join: 'Join with another name',
    joinHint: 'For two names of one person or thing.',
    joinLabel: 'Name to join with',
    joinPlaceholder: 'Another name',
    notSame: 'These are two',
    working: 'The graph is drawn anew. You can read on meanwhile.',
    parted: (name: string) => `“${name}” was parted.`,
    joinedWith: (left: string, right: string) => `“${left}” and “${right}” were joined.`,
    keptApart: (left: string, right: string) => `“${left}” and “${right}” are kept apart.`,
    unsure: 'Noted that nobody can tell.',
    undone: 'The decision was taken back.',
    redone: 'The decision holds again.',
    keeps: 'Kept, also for later builds.',
    takeBack: 'Take it back',
    close: 'Close this message',
  },

  doubts: {
    title: 'Doubts',
    none: 'Nothing to ask: no doubtful name is left.',
    line: (at: number, all: number) => `${n(at)} of ${n(all)}`,
    question: 'One and the same?',
    likely: (share: number) => `${Math.round(share * 100)} % likely`,
    states: {
      same: 'taken for one now',
      different: 'kept apart now',
      unsure: 'left open, so kept apart now',
    } as Readonly<Record<string, string>>,
    same: 'Same',
    different: 'Different',
    unsure: 'Cannot tell',
    later: 'Later',
    back: 'Back',
    kept: (number: number) => `${count(number, 'answer')} kept. The picture follows when you leave this page, or now:`,
    draw: 'Draw the graph anew',
    drawn: (number: number) => `The graph follows ${count(number, 'answer')}.`,
    keys: 'Each answer is one key; nothing else needs to be pressed.',
    done: 'That was the last question.',
    openName: (name: string) => `Open ${name}`,
  },

  keys: KEYS_EN,

  take: {
    title: 'Take away',
    shown: 'What is shown now, as',
    pictures: 'Picture',
    data: 'Data',
    copyLink: 'Copy link',
    linkCopied: 'The link was copied: it restores this view.',
    formats: {
      png: 'picture of this view',
      svg: 'picture that scales',
      graphml: 'Gephi, yEd, networkx, igraph',
      gexf: 'Gephi, with the places',
      csv: 'one statement a row',
      json: 'nodes and links',
    } as Readonly<Record<string, string>>,
    saved: (file: string) => `Saved ${file}.`,
  },
};

export type Messages = typeof EN;
