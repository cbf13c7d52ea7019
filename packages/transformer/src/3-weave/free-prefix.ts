/** Names may be spelled with escapes: `\u0024k` is `$k`. */
const ESCAPE = /\\u(?:\{([\da-f]{1,6})\}|([\da-f]{4}))/gi;

/** A name that the source does not contain, so that nothing of the user's can be meant by it. */
export function freePrefix(source: string): string {
  const names = source.replace(ESCAPE, (spelled, braced: string | undefined, plain: string | undefined) => {
    const codePoint = Number.parseInt(braced ?? plain ?? '', 16);
    return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : spelled;
  });
  let prefix = '$k';
  for (let n = 0; names.includes(prefix); n++) prefix = `$k${n}_`;
  return prefix;
}
