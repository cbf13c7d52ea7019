/** In a terminal's own sixteen colours, which follow the user's theme. */
import { Chalk } from 'chalk';
import { highlighted } from './highlight.js';
import type { Style } from './style.js';

export function colourStyle(): Style {
  // Chalk's own detection colours a terminal also under NO_COLOR; who asks for this style has decided already.
  const chalk = new Chalk({ level: 1 });
  const degrees = [
    { from: 0.3, dye: chalk.red.bold },
    { from: 0.1, dye: chalk.yellow },
    { from: 0.02, dye: chalk.green },
  ];
  const dyes = { comment: chalk.gray, text: chalk.green, number: chalk.cyan, keyword: chalk.magenta };
  return {
    title: (text) => chalk.bold(text),
    cold: (text) => chalk.dim(text),
    heat: (text, share) => degrees.find(({ from }) => (share ?? 0) >= from)?.dye(text) ?? text,
    code: (lines) => highlighted(lines, dyes),
    loss: (text) => chalk.red(text),
    gain: (text) => chalk.green(text),
    note: (text) => chalk.italic(text),
  };
}
