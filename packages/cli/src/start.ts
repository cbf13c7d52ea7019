#!/usr/bin/env node
/** The command, from code that an earlier run has left compiled. */
import { join } from 'node:path';
import { runCompiled } from './compiled-code.js';
import { findCache } from './launch/parent/cache.js';

// As an argument of the script it has no say, but does no harm either.
const findFolder = () => (process.argv.includes('--no-cache') ? null : findCache());

const command = runCompiled(join(import.meta.dirname, 'command.cjs'), findFolder());
const { hasProfiled } = command.exports as typeof import('./bin.js');
// By then all that such a run needs is compiled; other commands need less.
void hasProfiled.then((yes) => yes && command.keep(findFolder()));
