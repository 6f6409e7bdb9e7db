// Walks through the viewer as a user would, from a folder to an exported file, and writes docs/tour.md with its pictures.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { openGraph } from '../src/build-graph.ts';
import { serveGraph } from '../src/server/index.ts';
import { findChromium } from './provision/chromium.ts';
import { pickSights, type Sights } from './tour-sights.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PICTURES = join(ROOT, 'docs/tour');
const SIZE = { width: 1180, height: 720 };
/** Pictures that a clone of the project can bear. */
const MOST_BYTES_EACH = 150_000;
const MOST_BYTES = 1_000_000;

/** What stands where something is waited for; and a promise of two drawn frames. */
const LOADING = 'text=Loading…';
const TWO_FRAMES = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';

/** One stop: what a reader is told, and what is done on the page before its picture is taken. */
interface Stop {
  readonly name: string;
  readonly title: string;
  readonly text: string;
  readonly go: (page: Page) => Promise<unknown>;
}

const folder = await mkdtemp(join(tmpdir(), 'stemma-tour-'));
try {
  const graphPath = join(folder, 'articles.stemma');
  const built = runBuild(graphPath);
  const view = openGraph(graphPath);
  const sights = pickSights(view);
  const stops = planStops(sights);
  const server = await serveGraph(view, { port: 0 });
  try {
    rmSync(PICTURES, { recursive: true, force: true });
    mkdirSync(PICTURES, { recursive: true });
    await takePictures(server.url, stops);
  } finally {
    await server.close();
  }
  writeFileSync(join(ROOT, 'docs/tour.md'), tourText(built, stops, graphPath));
  checkSizes();
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** What the command says while it builds. */
function runBuild(graphPath: string): string {
  const tsx = join(ROOT, 'node_modules/.bin/tsx');
  const { status, stdout, stderr } = spawnSync(
    tsx,
    ['src/cli/main.ts', 'build', 'data/articles', '--graph', graphPath],
    { cwd: ROOT, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return `${stdout}${stderr}`;
}

function planStops({ person, strongest, parted, ends }: Sights): readonly Stop[] {
  const focus = (page: Page, id: string): Promise<void> => openAt(page, `entity=${id}`);
  return [
    {
      name: 'picture',
      title: 'The whole picture',
      text: 'Names are dots, statements lines: wider with more independent sources, red where the articles contradict one another. The filters at the left, from the kind of a name to who says it, count what each choice would show.',
      go: (page) => openAt(page, ''),
    },
    {
      name: 'search',
      title: 'Search',
      text: `Press \`/\` and type, here “${person.typed}”: names, articles and sentences are found at once, slips forgiven.`,
      async go(page) {
        await page.keyboard.press('/');
        await page.keyboard.type(person.typed);
        await page.locator('.option.quoted').first().waitFor();
      },
    },
    {
      name: 'edge',
      title: 'From the name over a line …',
      text: `${person.name} in the light, with the neighbours; the line to ${strongest.name} is open. Beside it stand all statements about the two, how many independent sources each has, and who says so.`,
      async go(page) {
        await focus(page, person.id);
        await openAt(page, `entity=${person.id}&pair=${person.id}&pair=${strongest.id}`);
        await page.locator('.sentence').first().waitFor();
      },
    },
    {
      name: 'sentence',
      title: '… to the sentence in its article',
      text: 'Three clicks from the search: the sentence, both names and the words that tell the relation, marked where they stand. Select any other text, and its part of the picture lights up.',
      async go(page) {
        await page.locator('.sentence').first().click();
        await page.waitForSelector('html[data-reading]');
      },
    },
    {
      name: 'doubts',
      title: 'Doubt',
      text: 'What the program is not sure of, the most doubtful first, with its reasons. One key is an answer; it is kept at once and holds in later builds. The same questions as `stemma review`.',
      async go(page) {
        await openAt(page, 'tab=doubts');
        await page.locator('.question').waitFor();
      },
    },
    {
      name: 'part',
      title: 'Part what was joined',
      text: `Somebody doubts that one of the articles means the same ${parted.name}: ticked, parted, and the graph is drawn anew. (Here it was right before; see the next step.)`,
      async go(page) {
        await focus(page, parted.id);
        await page.getByText('Part or join', { exact: true }).click();
        await page.locator('.part .check').first().click();
        await page.locator('.part .button').click();
        await page.locator('.notice-line.done').waitFor();
      },
    },
    {
      name: 'undo',
      title: 'Undo',
      text: 'Ctrl+Z takes it back: the graph is what it was. Every act has its undo, the decisions of people as well as filters and views.',
      async go(page) {
        await page.keyboard.press('Control+z');
        await page.getByText('The decision was taken back.').waitFor();
      },
    },
    {
      name: 'conflicts',
      title: 'Contradictions',
      text: 'Where articles contradict one another, both sides stay, side by side, each with its sentences.',
      async go(page) {
        await openAt(page, 'tab=conflicts');
        await page.locator('.conflict .sentence').first().waitFor();
      },
    },
    {
      name: 'path',
      title: 'A path in quotations',
      text: `How ${ends[0].name} hangs together with ${ends[1].name}: the shortest way over statements, each step with the sentence that says so.`,
      async go(page) {
        await openAt(page, `entity=${ends[0].id}&path=${ends[1].id}`);
        await page.locator('.step .sentence').first().waitFor();
      },
    },
    {
      name: 'take-away',
      title: 'Take away',
      text: 'What is shown now, as a picture, as data with the quotations, or as a link that restores this very view. `stemma export html` makes one file of the whole page that opens from disk.',
      async go(page) {
        await page.getByText('Take away').click();
        await page.getByRole('button', { name: /^GraphML/ }).waitFor();
      },
    },
  ];
}

/** A new address on an open page changes what is shown; a wait lets what was asked for arrive. */
async function openAt(page: Page, fragment: string): Promise<void> {
  await page.evaluate(`location.hash = ${JSON.stringify(fragment)}`);
  await page.waitForSelector(LOADING, { state: 'detached' });
}

async function takePictures(url: string, stops: readonly Stop[]): Promise<void> {
  const browser = await chromium.launch({ executablePath: findChromium() });
  try {
    const page = await browser.newPage({ viewport: SIZE, reducedMotion: 'reduce', colorScheme: 'light', locale: 'en' });
    await page.goto(url);
    await page.waitForSelector('html[data-ready=true]');
    for (const [index, { name, go }] of stops.entries()) {
      await go(page);
      await page.waitForSelector(LOADING, { state: 'detached' });
      // Two frames: one that draws what changed, one that shows it.
      await page.evaluate(TWO_FRAMES);
      await page.screenshot({ path: join(PICTURES, fileName(index, name)), type: 'jpeg', quality: 72 });
    }
  } finally {
    await browser.close();
  }
}

function fileName(index: number, name: string): string {
  return `${String(index + 1).padStart(2, '0')}-${name}.jpg`;
}

function tourText(built: string, stops: readonly Stop[], graphPath: string): string {
  const files = readdirSync(join(ROOT, 'data/articles'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.includes('.'),
  );
  const told = built.replaceAll(graphPath, 'articles.stemma').trim();
  return [
    '# A tour',
    '',
    '<!-- Made by `npx tsx scripts/tour.ts`; edit that. -->',
    '',
    'From a folder of articles to a graph in which every line is a quotation. The articles come with Stemma (`data/articles`); names of outlets in them are invented.',
    '',
    '## The folder',
    '',
    '```',
    ...files.sort(),
    '```',
    '',
    '## Build and open it',
    '',
    '```',
    '$ stemma build data/articles --graph articles.stemma',
    told,
    '$ stemma view --graph articles.stemma',
    '```',
    '',
    ...stops.flatMap(({ name, title, text }, index) => [
      `## ${title}`,
      '',
      text,
      '',
      `![${title}](tour/${fileName(index, name)})`,
      '',
    ]),
  ].join('\n');
}

function checkSizes(): void {
  const sizes = readdirSync(PICTURES).map((name) => ({ name, bytes: statSync(join(PICTURES, name)).size }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { name, bytes } of sizes) console.log(`${name}: ${Math.round(bytes / 1000)} kB`);
  console.log(`together: ${Math.round(total / 1000)} kB`);
  const large = sizes.filter(({ bytes }) => bytes > MOST_BYTES_EACH);
  if (large.length > 0 || total > MOST_BYTES) throw new Error('The pictures are too large for the project.');
}
