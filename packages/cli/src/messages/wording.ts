/** How variants become sentences: a table has a row for each kind. */

interface Variant {
  readonly kind: string;
}

export type Wording<V extends Variant> = {
  readonly [K in V['kind']]: (variant: Extract<V, { readonly kind: K }>) => string;
};

export function worded<V extends Variant>(wording: Wording<V>, variant: V): string {
  // The table's type pairs each kind with its own variant; TypeScript cannot follow that through an index.
  const word = wording[variant.kind as V['kind']] as (variant: V) => string;
  return word(variant);
}

/** A parser's text may end in a full stop of its own. */
export function plain(detail: string): string {
  return detail.replace(/\.$/, '');
}

export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
