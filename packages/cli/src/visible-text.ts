/**
 * Control characters as pictures, so that a text from a file cannot drive the terminal: `␛[2J` for ESC `[2J`, `\x9b` for
 * those that have no picture. Tabs stay: source is indented by them.
 */
export function visible(text: string): string {
  return text.replace(/[^\P{Cc}\t]/gu, (character) => {
    const code = character.charCodeAt(0);
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : `\\x${code.toString(16)}`;
  });
}
