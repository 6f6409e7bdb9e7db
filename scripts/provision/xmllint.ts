// xmllint of libxml2: the independent judge of whether our XML is well-formed.
import { findProgram, installPackages } from './command.ts';
import type { Tool } from './tool.ts';

export const xmllint: Tool = {
  name: 'xmllint',
  find: () => findProgram('xmllint'),
  install: () => installPackages(['libxml2-utils'], 'Install libxml2 with its xmllint (Debian: libxml2-utils).'),
};
