import { readFileSync } from 'node:fs';

/** Signals that a terminal sends by itself. */
const KEYBOARD_SIGNALS: ReadonlySet<NodeJS.Signals> = new Set(['SIGINT', 'SIGQUIT']);

/**
 * Whether the terminal has sent the signal to the program as well. A signal does not tell where it comes from; but to
 * a process that a terminal holds in its foreground, these come from the keyboard.
 */
export function isFromKeyboard(signal: NodeJS.Signals): boolean {
  return KEYBOARD_SIGNALS.has(signal) && isInForeground();
}

function isInForeground(): boolean {
  return isForegroundGroup() ?? [process.stdin, process.stdout, process.stderr].some((stream) => stream.isTTY);
}

/** Linux tells; null elsewhere. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function isForegroundGroup(): boolean | null {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    // The command's name, in parentheses, may hold anything; the numbers follow it: state, ppid, pgrp, session, tty, tpgid.
    const [, , group, , , foregroundGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return group === foregroundGroup;
  } catch {
    return null;
  }
}
