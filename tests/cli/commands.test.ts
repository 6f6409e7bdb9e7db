// The list of commands; each is loaded, and with them the whole program.
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';

const loaded = await Promise.all(COMMANDS.map(async (each) => ({ ...each, command: await each.load() })));

describe('the commands', () => {
  it('have names of their own, and one place where each is loaded', () => {
    expect(new Set(loaded.map(({ name }) => name)).size).toBe(COMMANDS.length);
    for (const { name, summary, command } of loaded) {
      expect([name, typeof command.run, summary.length > 10]).toEqual([name, 'function', true]);
      for (const { flags } of command.options) expect(flags).toMatch(/^(-\w, )?--[a-z-]+( <[a-z]+>)?$/);
    }
  });

  it('know --json, all but parse, which prints CoNLL-U alone', () => {
    const without = loaded.filter(({ command }) => !command.options.some(({ flags }) => flags === '--json'));
    expect(without.map(({ name }) => name)).toEqual(['parse']);
  });
});
