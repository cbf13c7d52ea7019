/** By the language's line terminators, as the parser counts. */
export function sourceLines(source: string): readonly string[] {
  return source.split(/\r\n|[\n\r\u2028\u2029]/);
}
