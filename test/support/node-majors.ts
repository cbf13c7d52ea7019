/** The Node majors that kernts supports: the one that runs the tests, and those that stand in `test/package.json`. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface NodeMajor {
  readonly name: string;
  readonly path: string;
}

const own = `Node ${process.versions.node.split('.')[0]}`;

const installed = ['22', '24', '26'].map((major) => ({
  name: `Node ${major}`,
  path: fileURLToPath(new URL(`../node_modules/node${major}/bin/node`, import.meta.url)),
}));

/** The packages with Node's binaries are for Linux on x64; elsewhere only the Node at hand is tested. */
export const nodeMajors: readonly NodeMajor[] = [
  { name: own, path: process.execPath },
  ...installed.filter(({ name, path }) => name !== own && existsSync(path)),
];
