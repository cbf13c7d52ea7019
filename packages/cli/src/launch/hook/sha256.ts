/** Lower-case hex, of the text as UTF-8. Node's cryptography takes 4 ms to load, so only what is woven loads it. */
export function sha256(text: string): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(text).digest('hex');
}
