/** A saved profile back from its file; everything that is not one is refused with a sentence that says why. */
import { PROFILE_FORMAT, PROFILE_VERSION, type Profile } from '@kernts/runtime';
import { fileCause } from '../file-cause.js';
import { KerntsError, type Problem } from '../messages.js';
import { readText } from './read-text.js';
import { checkProfile } from './schema.js';

/** `shown` is how messages call the file. */
export async function readProfile(path: string, shown = path): Promise<Profile> {
  let text: string;
  try {
    text = await readText(path, shown);
  } catch (error) {
    if (error instanceof KerntsError) throw error;
    throw new KerntsError({ kind: 'profile-unreadable', path: shown, cause: fileCause(error) });
  }
  return parseProfile(text, shown);
}

/** `path` only for the messages. */
export function parseProfile(encoded: string, path: string): Profile {
  // Some editors begin a file with a byte order mark, which JSON does not allow.
  const text = encoded.replace(/^\uFEFF/, '');
  const value = parseJson(text, path);
  const header = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  if (header.format !== PROFILE_FORMAT)
    throw new KerntsError({ kind: 'profile-foreign', path, looksLike: otherFormat(header) });
  const version = header.version;
  if (typeof version === 'number' && version > PROFILE_VERSION) {
    throw new KerntsError({ kind: 'profile-newer', path, version, known: PROFILE_VERSION });
  }
  const checked = checkProfile(value);
  if ('defect' in checked) throw new KerntsError({ kind: 'profile-damaged', path, ...checked });
  return checked.profile;
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new KerntsError(unparsable(text, path));
  }
}

function unparsable(text: string, path: string): Problem {
  if (isPickle(text)) return { kind: 'profile-foreign', path, looksLike: "a profile of Python's line_profiler" };
  if (text.trim() === '' || (text.trimStart().startsWith('{') && endsOpen(text)))
    return { kind: 'profile-truncated', path };
  return { kind: 'profile-not-json', path };
}

/** Begins with the opcode 0x80, which decoding as UTF-8 has replaced, and the protocol's number. */
function isPickle(text: string): boolean {
  return text.startsWith('\uFFFD') && text.charCodeAt(1) >= 2 && text.charCodeAt(1) <= 5;
}

/** Whether the text ends inside of an object, list or string. */
function endsOpen(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString && character === '\\') at++;
    else if (character === '"') inString = !inString;
    else if (!inString && (character === '{' || character === '[')) depth++;
    else if (!inString && (character === '}' || character === ']')) depth--;
  }
  return inString || depth > 0;
}

function otherFormat(header: Readonly<Record<string, unknown>>): string | null {
  if (Array.isArray(header.nodes) && 'startTime' in header) return 'a CPU profile of V8';
  if (typeof header.$schema === 'string' && header.$schema.includes('speedscope')) return 'a speedscope file';
  return null;
}
