#!/usr/bin/env node
// The command line: the one place that prints, catches known errors and sets the exit code.
import { readFileSync } from 'node:fs';
import { CommanderError, Option, Command as Program } from 'commander';
import { KnownError } from '../errors.ts';
import type { CommandOption, Options } from './command.ts';
import { COMMANDS, type CommandEntry } from './commands.ts';
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
    .showHelpAfterError('`stemma --help` lists the commands.')
    .exitOverride();
  let code = 0;
  // Only the named command is loaded, with its libraries: help needs the lines of the table alone.
  const words = argv[0] === 'help' && argv[1] !== undefined ? [argv[1], '--help'] : [...argv];
  for (const entry of COMMANDS) {
    if (entry.name !== words[0]) addCommand(program, entry, []);
    else {
      const { options, run } = await entry.load();
      addCommand(program, entry, options).action(async (...received: unknown[]) => {
        const given = received.at(-2) as Options;
        const parameters = received
          .slice(0, -2)
          .flat()
          .filter((value) => value !== undefined) as string[];
        code = await run(parameters, given, terminal);
      });
    }
  }
  try {
    await program.parseAsync(words, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : USAGE_ERROR;
    if (!(error instanceof KnownError)) throw error;
    showKnownError(error, argv.includes('--json'));
    return error.code === 'bad-option' ? USAGE_ERROR : 1;
  }
}

function addCommand(
  program: Program,
  { name, parameters, summary }: CommandEntry,
  options: readonly CommandOption[],
): Program {
  const added = program
    .command(parameters === '' ? name : `${name} ${parameters}`)
    .description(summary)
    .showHelpAfterError(`\`stemma ${name} --help\` tells how it is called.`)
    .exitOverride();
  for (const { flags, summary: text, choices } of options) {
    const option = new Option(flags, text);
    added.addOption(choices === undefined ? option : option.choices([...choices]));
  }
  return added;
}

process.exitCode = await runMain(process.argv.slice(2));
