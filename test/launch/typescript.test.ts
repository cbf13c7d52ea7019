/** What TypeScript has beyond types, and how its projects are laid out. */
import { afterAll, describe, expect, test } from 'vitest';
import { nodeMajors } from '../support/node-majors.js';
import { makeProject } from '../support/project.js';
import { hitsOf, runKernts, runTsx } from '../support/run-kernts.js';

const features = `import { scale } from '@lib/scale';
import { Shape } from './shape';

enum Unit { Mm = 1, Cm = 10 }

namespace Geometry {
  // @profile
  export function area(w: number, h: number): number {
    return w * h;
  }
}

class Box extends Shape {
  constructor(private readonly w: number, protected h: number) {
    super('box');
  }
  // @profile
  size(unit: Unit): number {
    const inUnit = scale(Geometry.area(this.w, this.h), unit);
    return inUnit satisfies number;
  }
}

const box = new Box(2, 3);
console.log(box.name, box.size(Unit.Cm), box.size(Unit.Mm), Unit[10]);
`;

const lib = `// @profile
export function scale(value: number, by: number): number {
  return value * by;
}
`;

const shape = `export abstract class Shape {
  constructor(readonly name: string) {}
}
`;

const legacyDecorators = `const seen: string[] = [];
function log(target: object, key: string, descriptor?: PropertyDescriptor): void {
  seen.push(key + typeof descriptor);
}
function parameter(target: object, key: string, at: number): void {
  seen.push(key + at);
}
class Service {
  @log count = 0;
  // @profile
  @log
  run(@parameter by: number): number {
    this.count += by;
    return this.count;
  }
}
console.log(new Service().run(2), seen.join());
`;

const standardDecorators = `function twice<This, Args extends unknown[]>(
  method: (this: This, ...args: Args) => number,
  { name }: ClassMethodDecoratorContext,
) {
  return function (this: This, ...args: Args): number {
    console.log(String(name));
    return method.call(this, ...args) + method.call(this, ...args);
  };
}
class Service {
  accessor count = 0;
  // @profile
  @twice
  run(by: number): number {
    this.count += by;
    return this.count;
  }
}
console.log(new Service().run(2));
`;

const component = `import type { Node } from './h';
import { h } from './h';

// @profile
export const List = ({ items }: { readonly items: readonly string[] }): Node => {
  const rows = items.map((item) => <li>{item}</li>);
  return <ul>{rows}</ul>;
};
console.log(JSON.stringify(<List items={['a', 'b']} />));
`;

const h = `export type Node = unknown;
export const h = (tag: unknown, props: object | null, ...children: unknown[]): Node =>
  typeof tag === 'function' ? tag(props) : [tag, ...children];
declare global {
  namespace JSX { interface IntrinsicElements { [name: string]: object } }
}
`;

const project = (type: string) =>
  makeProject({
    'package.json': JSON.stringify({ type }),
    'tsconfig.json': JSON.stringify({
      compilerOptions: { baseUrl: '.', paths: { '@lib/*': ['lib/*'] }, jsx: 'react', jsxFactory: 'h' },
    }),
    'legacy.json': JSON.stringify({ compilerOptions: { experimentalDecorators: true } }),
    'main.ts': "import './features';\nimport './standard';\nimport './component';\n",
    'features.ts': features,
    'lib/scale.ts': lib,
    'shape.ts': shape,
    'legacy.ts': legacyDecorators,
    'standard.ts': standardDecorators,
    'component.tsx': component,
    'h.ts': h,
  });

const cases = [
  {
    file: 'main.ts',
    env: {},
    hits: [
      'component.tsx: List 6:1 7:1',
      'features.ts: Box.size 19:2 20:2',
      'features.ts: area 9:2',
      'lib/scale.ts: scale 3:2',
      'standard.ts: Service.run 15:2 16:2',
    ],
  },
  { file: 'legacy.ts', env: { TSX_TSCONFIG_PATH: 'legacy.json' }, hits: ['legacy.ts: Service.run 13:1 14:1'] },
] as const;

const projects = ['commonjs', 'module'].map((type) => ({ type, ...project(type) }));
afterAll(() => {
  for (const { remove } of projects) remove();
});

describe.concurrent.each(nodeMajors)('$name', ({ path: node }) => {
  describe.each(projects)('in a package of type $type', ({ folder: cwd }) => {
    test.each(cases)('$file', async ({ file, env, hits }) => {
      const [alone, profiled] = await Promise.all([
        runTsx([file], { node, cwd, env }),
        runKernts(['-q', file], { node, cwd, env }),
      ]);
      const { profile, ...ended } = profiled;
      expect(alone.code).toBe(0);
      expect(ended).toEqual(alone);
      expect([...hitsOf(profile)].sort()).toEqual(hits);
    });
  });
});
