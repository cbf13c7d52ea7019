/**
 * The session folder: how the parent tells the profiled processes what to do, and how they hand back what they found.
 *
 * ```
 * config.json            SessionConfig
 * woven/<key>.json       WovenFile, for every process that loads the same file, where there is no cache
 * sources/<sha256>       the text of a woven file before weaving
 * described/<key>.json   DescribedFile, for each woven file
 * notes/<key>.json       Note: what has to be said about a file
 * shards/<shard>.*       what each thread counted, see shard-name.ts
 * weaving                is there while kernts weaves the script; until then the program does not begin
 * stop, stop-all         the name of the signal that a program which is too busy to hear it has to end by: kernts' child,
 *                        and all others
 * order                  a ScribeOrder: write what was counted so far
 * ```
 */

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TimingMode } from '@kernts/runtime';
import type { Outfile } from '../profile/write.js';
import type { Target } from './hook/targets.js';
import { readWhole, UNFINISHED, writeWhole } from './whole-files.js';

export interface SessionConfig {
  /** Folder of the build that the session belongs to. */
  readonly dist: string;
  /** The kernts process, of which only the direct child runs the setup file; with `isOwn` the program's first process. */
  readonly parentPid: number;
  /** True where the program profiles itself: no kernts is around, and its first process makes the profile. */
  readonly isOwn: boolean;
  /** Where the profile goes. */
  readonly outfile: Outfile;
  /** Nothing is said on stderr. */
  readonly quiet: boolean;
  /** ISO 8601 */
  readonly startedAt: string;
  /** Real path of the directory that paths are told from. */
  readonly base: string;
  /** Whether processes that the program starts are profiled, too. */
  readonly children: boolean;
  /** The script and its arguments, as the user typed them. */
  readonly command: readonly string[];
  readonly timing: TimingMode;
  /** Whether the script itself has something to weave. */
  readonly isEntryWoven: boolean;
  /** How often each process writes what it has so far; null: when it is told to. */
  readonly intervalMs: number | null;
  /** What kernts takes for the order to write the profile so far; null: nothing. */
  readonly dumpSignal: NodeJS.Signals | null;
  /** Differs when the same source may be woven otherwise. */
  readonly weaveVersion: string;
  /** Folder of WovenFiles that outlives the session; null where there is none, or with `--no-cache`. */
  readonly cache: string | null;
  readonly targets: readonly Target[];
  /** Real path of the file that runs before the script and is never woven. */
  readonly setup: string | null;
  /** A program that is no file: `-c CODE`, or a script on stdin. */
  readonly virtualEntry: VirtualEntry | null;
}

export interface VirtualEntry {
  /** A path in the working directory at which no file is: modules resolve from there. */
  readonly path: string;
  readonly text: string;
  /** What the program finds at the head of its arguments: `-` for a script on stdin, nothing for code. */
  readonly argv: readonly string[];
}

const PARTS = ['woven', 'sources', 'described', 'notes', 'shards'] as const;
export type SessionPart = (typeof PARTS)[number];

export function createFolders(folder: string): void {
  for (const part of PARTS) mkdirSync(join(folder, part));
}

/** From here on the session is open. */
export function writeConfig(folder: string, config: SessionConfig): void {
  writeFileSync(configFile(folder), JSON.stringify(config));
}

export function configFile(folder: string): string {
  return join(folder, 'config.json');
}

export function weavingFile(folder: string): string {
  return join(folder, 'weaving');
}

/** Who hears of a signal that kernts got: its child alone, or what a terminal signals, every process in the foreground. */
export type Signalled = 'child' | 'foreground';

export function stopFile(folder: string, whom: Signalled): string {
  return join(folder, whom === 'child' ? 'stop' : 'stop-all');
}

export function orderFile(folder: string): string {
  return join(folder, 'order');
}

/** Null when the session is over: a process may outlive the kernts that started it. */
export function openSession(folder: string | undefined): SessionConfig | null {
  const text = folder === undefined ? null : readWhole(configFile(folder));
  return text === null ? null : (JSON.parse(text) as SessionConfig);
}

export function readPart(folder: string, part: SessionPart, name: string): string | null {
  return readWhole(join(folder, part, name));
}

export function listPart(folder: string, part: SessionPart): readonly string[] {
  return readdirSync(join(folder, part)).filter((name) => !name.endsWith(UNFINISHED));
}

/** Every JSON file of a part. */
export function allOf<T>(folder: string, part: Exclude<SessionPart, 'sources'>): T[] {
  return listPart(folder, part).flatMap((name) => {
    const text = name.endsWith('.json') ? readPart(folder, part, name) : null;
    return text === null ? [] : [JSON.parse(text) as T];
  });
}

export function writePart(folder: string, part: SessionPart, name: string, text: string): void {
  writeWhole(join(folder, part, name), text);
}
