/** JSON in which no character drives a terminal: what JSON itself leaves as it is, such as CSI (U+009B), is escaped, too. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
