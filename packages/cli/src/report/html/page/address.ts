/** The part of the page's address behind `#`: which function is shown, and which of its rows is chosen. */
export interface Place {
  /** 0-based, in the order of the data; null for the page as it opens. */
  readonly entry: number | null;
  /** As its sheet calls it: the line of a profile, the row (1-based) of a comparison; null for none. */
  readonly row: number | null;
}

export const nowhere: Place = { entry: null, row: null };

export function addressOf({ entry, row }: Place): string {
  if (entry === null) return '#';
  return row === null ? `#f${entry}` : `#f${entry}-l${row}`;
}

export function placeFrom(address: string, entryCount: number): Place {
  const [, entry, row] = /^#f(\d{1,9})(?:-l(\d{1,9}))?$/.exec(address) ?? [];
  if (entry === undefined || Number(entry) >= entryCount) return nowhere;
  return { entry: Number(entry), row: row === undefined ? null : Number(row) };
}
