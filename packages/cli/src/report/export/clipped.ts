/** Minified code has lines of megabytes, which no reader shows. */
export function clipped(text: string, length: number): string {
  const characters = text.slice(0, length * 2 + 2);
  const cut = [...characters].slice(0, length).join('');
  return cut.length < text.length ? `${cut}…` : text;
}
