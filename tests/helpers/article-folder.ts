// A folder of short articles about invented people, for tests that build graphs from files on the disk.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Source → content. */
export type Articles = Readonly<Record<string, string>>;

export const ARTICLES: Articles = {
  'harbour.txt':
    'Tova Lindqvist, the president of Norland, met Marek Osei in Port Sable on Monday. "We will keep the harbour open," Lindqvist said.\n',
  'mine.txt':
    'The mining company Brightlode is based in Castermoor. Its chief executive, Ivo Rendel, said that 1,200 workers would stay at home.\n',
  'talks/ferry.md':
    '---\npublisher: Sable Courier\ndate: 2031-05-06\n---\n# Ferry talks fail\n\nMarek Osei, the foreign minister of Sudmark, denied that he had met Ivo Rendel.\n',
  'talks/strike.txt':
    'Ivo Rendel leads Brightlode. Rendel was born in Norland in 1971. The union said that about 900 workers had joined the strike.\n',
};

export interface ArticleFolder {
  readonly path: string;
  /** Path of a file in it, or beside it. */
  at(...names: readonly string[]): string;
  write(articles: Articles): void;
  remove(source: string): void;
  /** Removes the folder with all that lies in it. */
  dispose(): void;
}

/** An empty folder of its own in the temporary directory, with these articles below `articles/`. */
export function makeArticleFolder(articles: Articles = ARTICLES): ArticleFolder {
  const base = mkdtempSync(join(tmpdir(), 'stemma-build-'));
  const path = join(base, 'articles');
  mkdirSync(path);
  const folder: ArticleFolder = {
    path,
    at: (...names) => join(base, ...names),
    write(more) {
      for (const [source, content] of Object.entries(more)) {
        const file = join(path, source);
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, content);
      }
    },
    remove: (source) => rmSync(join(path, source)),
    dispose: () => rmSync(base, { recursive: true, force: true }),
  };
  folder.write(articles);
  return folder;
}
