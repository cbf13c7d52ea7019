/** What the page shows, whether of one profile or of two: functions in a table, and a sheet of lines for each. */

export interface Book {
  readonly entries: readonly Entry[];
  /** What heat can stand for; the first is how the page opens. */
  readonly metrics: readonly [BookMetric, ...BookMetric[]];
  /** The first holds the names, the last the order in which the page opens. */
  columnsFor(metric: BookMetric): readonly EntryColumn[];
  sheetOf(entry: Entry, metric: BookMetric): Sheet;
  /** What its signs mean, for the help. */
  readonly signs: readonly (readonly [sign: string, meaning: string])[];
}

export interface BookMetric {
  readonly key: string;
  readonly title: string;
  readonly meaning: string;
}

/** A function. */
export interface Entry {
  /** 0-based, in the order of the data. */
  readonly index: number;
  readonly name: string;
  readonly path: string;
  readonly line: number;
}

export interface EntryColumn {
  readonly key: string;
  readonly title: string;
  readonly largestFirst: boolean;
  /** What the order goes by. */
  readonly sortBy: (entry: Entry) => number | string;
  /** Empty for the column of names, whose cells the table makes. */
  readonly cellOf: (entry: Entry) => readonly (Node | string)[];
  /** From 0 to 1: how long a bar below the number is; null for none. */
  readonly partOf: ((entry: Entry) => number) | null;
}

/** The lines of one function, as rows. */
export interface Sheet {
  readonly entry: Entry;
  readonly title: readonly Node[];
  readonly notes: readonly string[];
  readonly columns: readonly SheetColumn[];
  /** The code of each row. */
  readonly texts: readonly string[];
  /** From -1 to 1: below 0 is gain; null where a row has no number. */
  readonly heat: readonly (number | null)[];
  rowAt(at: number): HTMLTableRowElement;
  /** What the address calls the row; `null` for an address that no row has. */
  addressAt(at: number): number;
  rowOf(address: number): number | null;
  detailsAt(at: number): readonly Node[];
  linksAt(at: number): readonly SheetLink[];
}

export interface SheetColumn {
  readonly title: string;
  readonly meaning: string;
  readonly classes: string;
  readonly widthInCharacters: number;
}

export interface SheetLink {
  /** `may-call` is a guess. */
  readonly kind: 'begins' | 'may-call';
  readonly to: Entry;
}
