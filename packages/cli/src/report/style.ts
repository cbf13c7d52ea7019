/** How a report's parts are dressed: plain, or in a terminal's own sixteen colours, which follow the user's theme. */
import { Chalk } from 'chalk';

export interface Style {
  /** A file or a function's name, or the column header. */
  readonly title: (text: string) => string;
  /** A line that did not run. */
  readonly cold: (text: string) => string;
  /** A cell or a source line; `share` of the function's time from 0 to 1, null when unknown. */
  readonly heat: (text: string, share: number | null) => string;
  readonly note: (text: string) => string;
}

const same = (text: string): string => text;

export const plainStyle: Style = { title: same, cold: same, heat: same, note: same };

export function colourStyle(): Style {
  // Chalk's own detection colours a terminal also under NO_COLOR; who asks for this style has decided already.
  const chalk = new Chalk({ level: 1 });
  const degrees = [
    { from: 0.3, dye: chalk.red.bold },
    { from: 0.1, dye: chalk.yellow },
    { from: 0.02, dye: chalk.green },
  ];
  return {
    title: (text) => chalk.bold(text),
    cold: (text) => chalk.dim(text),
    heat: (text, share) => degrees.find(({ from }) => (share ?? 0) >= from)?.dye(text) ?? text,
    note: (text) => chalk.italic(text),
  };
}
