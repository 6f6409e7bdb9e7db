// CoreNLP as a contender (`npm run bench -- --corenlp`): its jars come from Maven Central, about 1.1 GB, once.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CACHE, findProgram, installPackages, runProgram } from '../provision/command.ts';
import { countWords, makeTexts } from './texts.ts';
import type { Measurement } from './worker.ts';

const VERSION = '4.5.10';
const HOME = join(CACHE, 'corenlp', VERSION);
const JARS = join(HOME, 'lib');
const READY = join(HOME, 'ready');
const PROGRAM = fileURLToPath(new URL('CoreNlp.java', import.meta.url));
const HINT = 'Install Java 17 and Maven with access to Maven Central (Debian: openjdk-17-jdk-headless maven).';
/** What its full English pipeline needs, relations included. */
const HEAP = '-Xmx8g';

/**
 * A Java process of its own that reads the texts, one thread.
 * @throws KnownError tool-missing where Java or the jars cannot be had; Error where the run fails
 */
export async function measureCoreNlp(documents: number): Promise<Measurement> {
  fetchJars();
  const folder = mkdtempSync(join(tmpdir(), 'stemma-bench-'));
  try {
    const texts = await makeTexts(documents);
    for (const [index, text] of texts.entries())
      writeFileSync(join(folder, `${String(index).padStart(5, '0')}.txt`), text);
    const { stdout, stderr, status } = spawnSync('java', [HEAP, '-cp', join(JARS, '*'), PROGRAM, folder], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`bench: CoreNLP failed\n${stderr}`);
    const found = JSON.parse(stdout) as Omit<Measurement, 'contender' | 'documents' | 'words'>;
    return {
      contender: 'corenlp',
      documents,
      words: texts.reduce((sum, text) => sum + countWords(text), 0),
      ...found,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function fetchJars(): void {
  if (existsSync(READY) && findProgram('javac') !== null) return;
  const missing = [
    ...(findProgram('javac') === null ? ['openjdk-17-jdk-headless'] : []),
    ...(findProgram('mvn') === null ? ['maven'] : []),
  ];
  if (missing.length > 0) installPackages(missing, HINT);
  rmSync(HOME, { recursive: true, force: true });
  mkdirSync(JARS, { recursive: true });
  const pom = join(HOME, 'pom.xml');
  writeFileSync(pom, POM);
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
  runProgram('mvn', ['-B', '-q', '-f', pom, goal, `-DoutputDirectory=${JARS}`, '-DincludeScope=runtime'], HINT);
  writeFileSync(READY, VERSION);
}

const dependency = (classifier: string): string =>
  `<dependency><groupId>edu.stanford.nlp</groupId><artifactId>stanford-corenlp</artifactId><version>${VERSION}</version>${classifier}</dependency>`;

const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId>
  <artifactId>corenlp-for-bench</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    ${['', 'models', 'models-english', 'models-english-kbp']
      .map((name) => dependency(name === '' ? '' : `<classifier>${name}</classifier>`))
      .join('\n    ')}
  </dependencies>
</project>
`;
