/** By the language's line terminators, as the parser counts; without a byte order mark, which nobody would see. */
export function sourceLines(source: string): readonly string[] {
  return source.replace(/^\uFEFF/, '').split(/\r\n|[\n\r\u2028\u2029]/);
}
