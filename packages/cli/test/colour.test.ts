import { expect, it } from 'vitest';
import { wantsColour } from '../src/colour.js';

it.each([
  { flag: undefined, env: {}, stdoutIsTerminal: true, expected: true },
  { flag: undefined, env: {}, stdoutIsTerminal: false, expected: false },
  { flag: undefined, env: { NO_COLOR: '1' }, stdoutIsTerminal: true, expected: false },
  { flag: undefined, env: { NO_COLOR: '' }, stdoutIsTerminal: true, expected: true },
  { flag: undefined, env: { TERM: 'dumb' }, stdoutIsTerminal: true, expected: false },
  { flag: undefined, env: { FORCE_COLOR: '1' }, stdoutIsTerminal: false, expected: true },
  { flag: undefined, env: { FORCE_COLOR: '' }, stdoutIsTerminal: false, expected: true },
  { flag: undefined, env: { FORCE_COLOR: '0' }, stdoutIsTerminal: true, expected: false },
  { flag: undefined, env: { FORCE_COLOR: '1', NO_COLOR: '1' }, stdoutIsTerminal: false, expected: true },
  { flag: true, env: { NO_COLOR: '1' }, stdoutIsTerminal: false, expected: true },
  { flag: false, env: { FORCE_COLOR: '1' }, stdoutIsTerminal: true, expected: false },
])('flag $flag, env $env, terminal $stdoutIsTerminal: $expected', ({ expected, ...signs }) => {
  expect(wantsColour(signs)).toBe(expected);
});
