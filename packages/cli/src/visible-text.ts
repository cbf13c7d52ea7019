/**
 * Control characters as pictures, so that a text from a file cannot drive the terminal: `␛[2J` for ESC `[2J`, `\x9b` for
 * those that have no picture. Line ends of other scripts and what turns the direction of writing are written out as `\u202e`, for behind the latter code reads
 * otherwise than it runs. Tabs stay: source is indented by them.
 */
export function visible(text: string): string {
  return text.replace(/(?!\t)[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_C}]/gu, (character) => {
    const code = character.charCodeAt(0);
    if (code > 0xff) return `\\u${code.toString(16).padStart(4, '0')}`;
    if (code < 0x20) return String.fromCharCode(0x2400 + code);
    return code === 0x7f ? '\u2421' : `\\x${code.toString(16)}`;
  });
}
