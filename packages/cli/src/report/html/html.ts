/**
 * A report as one HTML file that needs nothing else. What a profile says enters it as JSON that the page reads and shows as text; the
 * policy in its head lets no other code, style or address work, whatever that text is.
 */
import { createHash } from 'node:crypto';
import { visible } from '../../visible-text.js';
import { jsonInHtml } from './json-in-html.js';
import type { PageData } from './page-data.js';

/** The page's own code, as the build bundled it from `page/`. */
export interface PageCode {
  readonly script: string;
  readonly style: string;
}

export function htmlReport(data: PageData, { script, style }: PageCode): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hashOf(script)}'`,
    `style-src '${hashOf(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    // Turns each way of reading text as markup into an error.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${asMarkup(visible(data.title))} · kernts</title>
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(ICON)}">
<style>${style}</style>
</head>
<body>
<noscript>This report shows its profile by a script that it contains; allow scripts for this file to read it.</noscript>
<script type="application/json" id="data">${jsonInHtml(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#c2410c" d="M1 2h6v3H1zM1 6.5h14v3H1zM1 11h10v3H1z"/></svg>';

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}

function asMarkup(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
