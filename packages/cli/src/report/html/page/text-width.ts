/** In columns of the code's font; wide characters take two, tabs at most four. */
export function widthOf(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  return Array.from(text).reduce((width, character) => width + characterWidth(character), 0);
}

function characterWidth(character: string): number {
  if (character === '\t') return 4;
  return (character.codePointAt(0) ?? 0) < 0x1100 ? 1 : 2;
}
