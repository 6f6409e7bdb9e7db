#!/usr/bin/env node
// The command line: the one place that prints, catches known errors and sets the exit code.
import { readFileSync } from 'node:fs';
import { CommanderError, Option, Command as Program } from 'commander';
import { KnownError } from '../errors.ts';
import type { Command, Options } from './command.ts';
import { COMMANDS } from './commands.ts';
import { makeTerminal, showKnownError } from './terminal.ts';

const USAGE_ERROR = 2;

/** Runs one command line and gives its exit code: 0 ok, 1 known error, 2 wrong usage, 3 some documents failed. */
async function runMain(argv: readonly string[]): Promise<number> {
  const terminal = makeTerminal();
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  const program = new Program('stemma')
    .description('Turns a folder of documents into a knowledge graph in which every edge is a quotation.')
    .version(version)
    .exitOverride();
  let code = 0;
  // Only the named command is loaded, with its libraries; help needs the summaries of all.
  const named = COMMANDS[argv[0] ?? ''];
  for (const load of named === undefined ? Object.values(COMMANDS) : [named]) {
    const command = await load();
    addCommand(program, command).action(async (...received: unknown[]) => {
      const options = received.at(-2) as Options;
      const parameters = received
        .slice(0, -2)
        .flat()
        .filter((value) => value !== undefined) as string[];
      code = await command.run(parameters, options, terminal);
    });
  }
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE_ERROR;
    if (!(error instanceof KnownError)) throw error;
    showKnownError(error, argv.includes('--json'));
    return 1;
  }
}

function addCommand(program: Program, { name, parameters, summary, options }: Command): Program {
  const added = program
    .command(parameters === '' ? name : `${name} ${parameters}`)
    .description(summary)
    .exitOverride();
  for (const { flags, summary: text, choices } of options) {
    const option = new Option(flags, text);
    added.addOption(choices === undefined ? option : option.choices([...choices]));
  }
  return added;
}

process.exitCode = await runMain(process.argv.slice(2));
