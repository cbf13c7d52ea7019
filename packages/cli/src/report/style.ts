/** How a report's parts are dressed. */
export interface Style {
  /** A file or a function's name, or the column header. */
  readonly title: (text: string) => string;
  /** A line that did not run. */
  readonly cold: (text: string) => string;
  /** A cell; `share` of the function's time from 0 to 1, null when unknown. */
  readonly heat: (text: string, share: number | null) => string;
  /** Lines of source that follow one another; as many come back. */
  readonly code: (lines: readonly string[]) => readonly string[];
  /** What got slower or was removed, and what got faster or is new. */
  readonly loss: (text: string) => string;
  readonly gain: (text: string) => string;
  readonly note: (text: string) => string;
}

const same = (text: string): string => text;

export const plainStyle: Style = {
  title: same,
  cold: same,
  heat: same,
  loss: same,
  gain: same,
  note: same,
  code: (lines) => lines,
};
