import { writeSync } from 'node:fs';
import { type Message, sentence } from '../messages.js';

/** From within the program, which may be about to end. */
export function saySync(message: Message): void {
  try {
    writeSync(2, `${message.kind === 'profile-written' ? '' : 'kernts: '}${sentence(message)}\n`);
  } catch {
    // Nobody is there to be told.
  }
}
