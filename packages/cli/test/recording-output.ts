import { type Message, sentence } from '../src/messages.js';
import type { Output } from '../src/output.js';

/** Appends what is printed and said. */
export function recordingOutput(printed: string[], said: string[]): Output {
  return {
    report: async (text) => void printed.push(String(text)),
    say: async (message: Message) => void said.push(sentence(message)),
    progress: () => ({ advance: () => undefined, clear: () => undefined }),
  };
}
