import { attribute } from './escape.js';
import { sha256Base64 } from './sha256.js';

/** A page of its own: everything it needs is in it. */
export interface Page {
  readonly title: string;
  /** Markup of the body. */
  readonly body: string;
  readonly style: string;
  /** Script that runs at the end of the body. */
  readonly script: string;
}

const ICON = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8' r='5' fill='none' stroke='%23607080' stroke-width='3'/%3E%3C/svg%3E";

/**
 * A complete HTML document. Its policy allows the one script and the one style sheet by their hashes and no address at all, so that a hole in the
 * escaping could neither run anything nor call anyone.
 */
export function renderPage({ title, body, style, script }: Page): string {
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${sha256Base64(script)}'`,
    `style-src 'sha256-${sha256Base64(style)}'`,
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join('; ')}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${attribute(title)}</title>
<link rel="icon" href="${ICON}">
<style>${style}</style>
</head>
<body>
${body}
<script>${script}</script>
</body>
</html>
`;
}
