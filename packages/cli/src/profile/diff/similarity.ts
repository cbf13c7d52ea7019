/** How alike two texts are. */

/** Dice's coefficient of two lists, order aside: 1 for the same items, 0 for none in common. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 0;
  const left = new Map<string, number>();
  for (const item of a) left.set(item, (left.get(item) ?? 0) + 1);
  let common = 0;
  for (const item of b) {
    const count = left.get(item) ?? 0;
    if (count === 0) continue;
    common++;
    left.set(item, count - 1);
  }
  return (2 * common) / (a.length + b.length);
}

/** What stays of a line when it is indented or spaced another way. */
export function lineKey(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** Whether a line says enough to be known again by itself; a closing brace does not. */
export function isTelling(key: string): boolean {
  return /\w/.test(key);
}

export function words(text: string): readonly string[] {
  return text.match(/\w+|[^\w\s]/g) ?? [];
}
