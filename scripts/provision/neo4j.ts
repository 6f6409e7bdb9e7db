// A real Neo4j 5.26 Community for the tests: its jars from Maven Central, or the image where a docker engine runs.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, findProgram, installPackages, runProgram, succeeds } from './command.ts';
import type { Tool } from './tool.ts';

/** The last patch of 5.26 LTS that was tried; the 2025 line needs Java 21. */
const VERSION = '5.26.30';
const HOME = join(CACHE, 'neo4j', VERSION);
/** Folder of the server's jars. */
export const NEO4J_JARS = join(HOME, 'lib');
export const NEO4J_IMAGE = 'neo4j:5.26-community';
const READY = join(HOME, 'ready');
const HINT =
  'Start a docker engine, or install Java 17 (or 21) and Maven with access to Maven Central (Debian: openjdk-17-jre-headless maven).';

/** How the server will be run, or null where nothing was provided yet. */
export function neo4jBackend(): 'java' | 'docker' | null {
  if (existsSync(READY) && findProgram('java') !== null) return 'java';
  if (findProgram('docker') !== null && succeeds('docker', ['image', 'inspect', NEO4J_IMAGE])) return 'docker';
  return null;
}

export const neo4j: Tool = {
  name: 'Neo4j 5.26',
  find: () => ({ java: NEO4J_JARS, docker: NEO4J_IMAGE, none: null })[neo4jBackend() ?? 'none'],
  install() {
    if (findProgram('docker') !== null && succeeds('docker', ['info']) && succeeds('docker', ['pull', NEO4J_IMAGE])) {
      return;
    }
    fetchJars();
  },
};

function fetchJars(): void {
  const missing = [
    ...(findProgram('java') === null ? ['openjdk-17-jre-headless'] : []),
    ...(findProgram('mvn') === null ? ['maven'] : []),
  ];
  if (missing.length > 0) installPackages(missing, HINT);
  rmSync(HOME, { recursive: true, force: true });
  mkdirSync(NEO4J_JARS, { recursive: true });
  const pom = join(HOME, 'pom.xml');
  writeFileSync(pom, POM);
  const goal = 'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies';
  const options = [`-DoutputDirectory=${NEO4J_JARS}`, '-DincludeScope=runtime'];
  runProgram('mvn', ['-B', '-q', '-f', pom, goal, ...options], HINT);
  writeFileSync(READY, VERSION);
}

// `org.neo4j:neo4j` brings the storage engine, Bolt and the admin tool; `neo4j-server` alone lacks them.
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>local</groupId>
  <artifactId>neo4j-for-tests</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency><groupId>org.neo4j</groupId><artifactId>neo4j</artifactId><version>${VERSION}</version></dependency>
  </dependencies>
</project>
`;
