// The mail that asks for confirmation: text and plain HTML, no picture, nothing fetched.

import MailComposer from 'nodemailer/lib/mail-composer'
import { safeLine } from '../safe-text.ts'
import type { OptinLanguage, OptinMail } from './options.ts'
import { fillIn, TEXTS } from './texts.ts'

export type MailFacts = {
  readonly from: string
  readonly fromName: string
  readonly to: string
  /** The list as people know it. */
  readonly title: string
  readonly url: string
  readonly expiresAt: number
  readonly language: OptinLanguage
  /** Without angle brackets. */
  readonly messageId: string
  readonly now: number
  /** The operator's words instead of Carom's. */
  readonly own?: OptinMail | undefined
}

type Content = { readonly subject: string; readonly text: string; readonly html?: string }

const TITLE_CHARS_MAX = 120
const ADDRESS_CHARS_MAX = 320

export async function composeMail(facts: MailFacts): Promise<Uint8Array> {
  const values = {
    list: safeLine(facts.title, TITLE_CHARS_MAX), address: safeLine(facts.to, ADDRESS_CHARS_MAX),
    time: formatTime(facts.expiresAt, facts.language), link: facts.url,
  }
  const content = facts.own === undefined
    ? composeUsual(facts, values)
    : composeOwn(facts.own, values)
  return await new MailComposer({
    from: { name: safeLine(facts.fromName, TITLE_CHARS_MAX), address: facts.from },
    to: { name: '', address: facts.to }, messageId: `<${facts.messageId}>`,
    date: new Date(facts.now), ...content,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': facts.language },
    disableFileAccess: true, disableUrlAccess: true,
  }).compile().build()
}

function composeUsual(facts: MailFacts, values: Readonly<Record<string, string>>): Content {
  const { mail } = TEXTS[facts.language]
  const lines = {
    asked: fillIn(mail.asked, values), press: mail.press, ignore: mail.ignore,
    until: fillIn(mail.until, values),
  }
  const text = [lines.asked, lines.press, facts.url, lines.until, lines.ignore].join('\n\n')
  return {
    subject: fillIn(mail.subject, values), text: `${text}\n`,
    html: composeHtml(lines, mail.button, facts),
  }
}

function composeOwn(
  { subject, text, html }: OptinMail, values: Readonly<Record<string, string>>,
): Content {
  const own = { subject: fillIn(subject, values), text: fillIn(text, values) }
  if (html === undefined) return own
  const escaped = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, escapeHtml(value)]))
  return { ...own, html: fillIn(html, escaped) }
}

function composeHtml(
  { asked, press, until, ignore }: Readonly<Record<'asked' | 'press' | 'until' | 'ignore', string>>,
  button: string, { language, url }: MailFacts,
): string {
  const href = escapeHtml(url)
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"></head>
<body style="font-family: sans-serif; line-height: 1.5; max-width: 36em">
<p>${escapeHtml(asked)}</p>
<p>${escapeHtml(press)}</p>
<p><a href="${href}" style="font-weight: bold">${escapeHtml(button)}</a></p>
<p style="font-size: small">${href}</p>
<p>${escapeHtml(until)}</p>
<p>${escapeHtml(ignore)}</p>
</body></html>
`
}

/** In UTC, which it says: nobody knows where the reader is. */
function formatTime(at: number, language: OptinLanguage): string {
  return `${new Intl.DateTimeFormat(language, {
    dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC',
  }).format(at)} UTC`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] as string)
}
