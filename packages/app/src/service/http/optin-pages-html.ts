// The pages of double opt-in as HTML: no script, nothing from elsewhere, and every text escaped.

import { hash } from 'node:crypto'
import type { PageFacts, PageTexts } from '../optin/types.ts'

export type HtmlPage = {
  readonly language: string
  readonly title: string
  /** Already escaped. */
  readonly body: string
  readonly status?: number
  /** Where a form of the page may lead to besides this service. */
  readonly leadsTo?: string | undefined
}

const STYLE = `body{font:1.1rem/1.5 system-ui,sans-serif;max-width:32rem;margin:12vh auto;
padding:0 1.2rem;color:#1c1c1c;background:#fff;overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25}label,input,button,a{display:block}
input{box-sizing:border-box;width:100%}input,button{font:inherit;padding:.6rem .8rem;margin:.6rem 0;
border:1px solid #6b6b6b;border-radius:.4rem}
button{background:#0b5cad;border-color:#0b5cad;color:#fff;font-weight:600;cursor:pointer}
button.other{background:#fff;color:#0b5cad}a{color:#0b5cad}
button:focus-visible,input:focus-visible,a:focus-visible{outline:3px solid #0b5cad;
outline-offset:2px}
@media (prefers-color-scheme:dark){body{color:#eee;background:#161616}
input{color:#eee;background:#222}a{color:#8ec5ff}button.other{background:#161616;color:#8ec5ff}
button:focus-visible,input:focus-visible,a:focus-visible{outline-color:#8ec5ff}}`

const STYLE_HASH = hash('sha256', STYLE, 'base64')

export function sendPage({ language, title, body, status = 200, leadsTo }: HtmlPage): Response {
  const html = `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
</body>
</html>
`
  const forms = leadsTo === undefined ? "'self'" : `'self' ${new URL(leadsTo).origin}`
  return new Response(html, { status, headers: {
    'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow', 'x-frame-options': 'DENY',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; ` +
      `form-action ${forms}; base-uri 'none'; frame-ancestors 'none'`,
  } })
}

export function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>`
}

/** A form that sends these fields; what stands in `inside` is escaped already. */
export function formTo(
  path: string, fields: Readonly<Record<string, string>>, button: string,
  { inside = '', isOther = false }: { readonly inside?: string; readonly isOther?: boolean } = {},
): string {
  const hidden = Object.entries(fields).map(([name, value]) =>
    `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
  return `<form method="post" action="${path}">${hidden.join('')}${inside}` +
    `<button type="submit"${isOther ? ' class="other"' : ''}>${escapeHtml(button)}</button></form>`
}

export function addressField(label: string, value: string): string {
  return `<label for="address">${escapeHtml(label)}</label>` +
    '<input id="address" name="address" type="email" autocomplete="email" required ' +
    `maxlength="320" value="${escapeHtml(value)}">`
}

/** A text of the pages with what a link tells. */
export function fill(
  text: string, { title, address }: Pick<PageFacts, 'title' | 'address'>,
  why: string = '',
): string {
  const values: Readonly<Record<string, string>> = { list: title, address, why }
  // In one go: what is filled in is never read for places again.
  return text.replace(/\{(list|address|why)\}/g, (_, name: string) => values[name] ?? '')
}

/** Title and text of a page that asks for nothing. */
export function plainPage(
  language: string, texts: PageTexts, name: PlainPage, status?: number,
): Response {
  return sendPage({
    language, title: texts[`${name}Title`], body: paragraph(texts[`${name}Text`]),
    ...status === undefined ? {} : { status },
  })
}

type PlainPage = 'wrong' | 'again' | 'asked' | 'closed' | 'busy' | 'fixDone'

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] as string)
}
