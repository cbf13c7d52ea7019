/** A fixture: a folder `test/fixtures/<syntax>/<case>` with a small program in `input.<ext>`. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TimingMode } from '@kernts/runtime';
import { type InstrumentResult, instrument } from '@kernts/transformer';

const ROOT = fileURLToPath(new URL('../fixtures/', import.meta.url));

export interface Fixture {
  /** `<syntax>/<case>` */
  readonly name: string;
  readonly syntax: string;
  readonly folder: string;
  /** `input.ts`, `input.cjs`, … */
  readonly file: string;
  readonly extension: string;
  readonly source: string;
  /** What runs without kernts: the source, or `plain.<ext>` where marks would keep that from running. */
  readonly plain: string;
}

function readFixture(syntax: string, name: string): Fixture {
  const folder = join(ROOT, syntax, name);
  const file = readdirSync(folder).find((entry) => entry.startsWith('input.'));
  if (file === undefined) throw new Error(`${folder} has no input: add input.ts, or remove the folder`);
  const extension = file.slice('input.'.length);
  const source = readFileSync(join(folder, file), 'utf8');
  const plain = join(folder, `plain.${extension}`);
  return {
    name: `${syntax}/${name}`,
    syntax,
    folder,
    file,
    extension,
    source,
    plain: existsSync(plain) ? readFileSync(plain, 'utf8') : source,
  };
}

function foldersIn(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

export const fixtures: readonly Fixture[] = foldersIn(ROOT).flatMap((syntax) =>
  foldersIn(join(ROOT, syntax)).map((name) => readFixture(syntax, name)),
);

/** The name under which a fixture is woven: the golden must not depend on the machine. */
export function wovenName({ name, file }: Fixture): string {
  return `/fixtures/${name}/${file}`;
}

export function weaveFixture(fixture: Fixture, timing: TimingMode): InstrumentResult {
  return instrument(fixture.source, { filename: wovenName(fixture), timing });
}
