/** How a file gets hold of its probes: as constants, unless one of its functions may run before they are bound. */
import { expect, it } from 'vitest';
import { type Binding, instrument } from '../src/index.js';

function bindingOf(source: string, binding?: Binding): Binding {
  const options = { filename: '/case.ts', timing: 'off', ...(binding && { binding }) } as const;
  const { code } = instrument(`${source}\n// @profile\nexport function f() {}`, options);
  return code.includes('const $k=$ki(),{h:$kh,') ? 'ahead' : 'on-demand';
}

it.each([
  ['nothing imported', ''],
  ["Node's own modules", "import { join } from 'node:path'; import 'fs'; export { sep } from 'path';"],
  ['types', "import type { A } from './a'; export type { B } from './b';"],
  ['modules that are asked for while it runs', "const a = await import('./a');"],
])('ahead with %s', (_, source) => {
  expect(bindingOf(source)).toBe('ahead');
  expect(bindingOf(source, 'on-demand')).toBe('on-demand');
});

it.each([
  ['imports', "import { a } from './a';"],
  ['imports only to run it', "import './a';"],
  ['imports from a package', "import a from 'a';"],
  ['passes on', "export { a } from './a';"],
  ['passes all of it on', "export * from './a';"],
])('on demand where it %s', (_, source) => {
  expect(bindingOf(source)).toBe('on-demand');
});

it('binds behind directives, and before everything else', () => {
  const source = "#!/usr/bin/env node\n'use strict'\n// @profile\nfunction f() {}";
  const { code } = instrument(source, { filename: '/case.cjs', timing: 'off' });
  expect(code).toMatch(
    /^#!.*\n\/\*kernts:woven:\d+\*\/'use strict';const \$k=\$ki\(\),\{h:.*\}=\$k;\n\/\/ @profile\nfunction f/,
  );
});
