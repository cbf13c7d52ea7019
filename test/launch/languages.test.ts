/** Every kind of source file in both kinds of package on every Node: right hits, and nothing else is different. */
import { afterAll, describe, expect, test } from 'vitest';
import { inTwos } from '../support/in-twos.js';
import { nodeMajors } from '../support/node-majors.js';
import { makeProject } from '../support/project.js';
import { hitsOf, runKernts, runTsx } from '../support/run-kernts.js';

const typeScript = `// @profile
function work(n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    sum += i;
  }
  if (n === 3) {
    const cause = [n]; throw new Error(\`bad \${cause}\`);
  }
  return sum;
}
console.log(work(10), process.argv.slice(2), typeof require, typeof module, import.meta?.url?.length);
work(3);
`;
const javaScript = typeScript.replaceAll(': number', '').replace(', import.meta?.url?.length', '');
const withJsx = (text: string) => `${text.replace('= [n]', '= [<b title="x">{n}</b>]')}/** @jsx String */\n`;

const sources: Readonly<Record<string, string>> = {
  ts: typeScript,
  mts: typeScript,
  cts: typeScript.replace(', import.meta?.url?.length', ''),
  tsx: withJsx(typeScript),
  js: javaScript,
  mjs: javaScript,
  cjs: javaScript,
  jsx: withJsx(javaScript),
};
const isJavaScript = (extension: string) => ['js', 'mjs', 'cjs'].includes(extension);

const files = Object.entries(sources).map(([extension, text]) => [`program.${extension}`, text]);
const projects = ['commonjs', 'module'].map((type) => ({
  type,
  project: makeProject({ 'package.json': JSON.stringify({ type }), ...Object.fromEntries(files) }),
}));
afterAll(() => {
  for (const { project } of projects) project.remove();
});

/** Where the stack trace points, from the user's own frames. */
function positions(stderr: string): readonly string[] {
  return [...stderr.matchAll(/program\.\w+:\d+(:\d+)?/g)].map(([position]) => position);
}

describe.each(nodeMajors)('$name', ({ path: node }) => {
  test.each(projects)('in a package of type $type', async ({ project: { folder: cwd } }) => {
    const runs = Object.keys(sources).map((extension) => async () => {
      const args = [`program.${extension}`, '-v', 'x'];
      const alone = await runTsx(args, { node, cwd });
      const profiled = await runKernts(['-q', ...args], { node, cwd });

      const { stdout, code } = alone;
      expect({ extension, stdout: profiled.stdout, code: profiled.code }).toEqual({ extension, stdout, code });
      expect({ extension, hits: hitsOf(profiled.profile) }).toEqual({
        extension,
        hits: [`program.${extension}: work 3:2 4:15 5:13 7:2 8:1 10:1`],
      });
      expect(profiled.profile?.files[0]?.source).toBe(sources[extension]);
      // JavaScript that runs as it is has no source map without kernts; Node words a mapped frame a little otherwise.
      if (isJavaScript(extension)) expect(positions(profiled.stderr)).toEqual(positions(alone.stderr));
      else expect(profiled.stderr).toBe(alone.stderr);
      expect(profiled.stderr).toMatch(/at work \(.*program\.\w+:8:\d+\)/);
    });
    await inTwos(runs);
  });
});
