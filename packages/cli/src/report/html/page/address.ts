/** The part of the page's address behind `#`: which function is shown, and which of its lines is chosen. */
export interface Place {
  /** 0-based, in the order of the profile; null for the page as it opens. */
  readonly listing: number | null;
  /** 1-based line of the source; null for none. */
  readonly line: number | null;
}

export const nowhere: Place = { listing: null, line: null };

export function addressOf({ listing, line }: Place): string {
  if (listing === null) return '#';
  return line === null ? `#f${listing}` : `#f${listing}-l${line}`;
}

export function placeFrom(address: string, listingCount: number): Place {
  const [, listing, line] = /^#f(\d{1,9})(?:-l(\d{1,9}))?$/.exec(address) ?? [];
  if (listing === undefined || Number(listing) >= listingCount) return nowhere;
  return { listing: Number(listing), line: line === undefined ? null : Number(line) };
}
