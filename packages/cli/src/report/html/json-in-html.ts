/**
 * JSON as the content of a `script` element. Only `<` can end that content or open a comment in it; escaped, it remains the same
 * JSON. U+2028 and U+2029 end a line for some readers of scripts.
 */
export function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
