/** A flag as `--help` and the parser need it; what its value means is for the command that declares it. */

export interface FlagGroup {
  readonly heading: string;
  readonly flags: readonly Flag[];
}

export interface Flag {
  /** In commander's notation. */
  readonly names: string;
  readonly text: string;
  readonly byDefault?: string;
  /** May be given several times; the values come as a list. */
  readonly repeats?: true;
  /** For a value in square brackets: whether a word is one, and what the bare flag stands for. */
  readonly optionalValue?: { readonly holds: (word: string) => boolean; readonly bare: string };
}
