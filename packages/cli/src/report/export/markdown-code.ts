/** Text that Markdown shows as it is, whatever it contains: a fence is longer than any run of backticks within. */

export function codeBlock(lines: readonly string[]): string {
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [`${fence}text`, ...lines, fence].join('\n');
}

/** On one line; the text must hold no line breaks. Nothing cannot be marked as code. */
export function codeSpan(text: string): string {
  if (text.trim() === '') return '(none)';
  const fence = '`'.repeat(longestRun(text) + 1);
  // Markdown takes one space away at both ends; without, a backtick at an end would join the fence.
  const padded = /^[` ]|[` ]$/.test(text) ? ` ${text} ` : text;
  return `${fence}${padded}${fence}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
