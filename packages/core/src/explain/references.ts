// The documents that define codes: titles, sections and where to read them.

import { receiver } from '../rules/receivers.ts'
import type { Reference } from './types.ts'

const TITLES: Readonly<Record<string, string>> = {
  'RFC 1845': 'SMTP Service Extension for Checkpoint/Restart',
  'RFC 1846': 'SMTP 521 Reply Code',
  'RFC 1985': 'SMTP Service Extension for Remote Message Queue Starting',
  'RFC 2645': 'On-Demand Mail Relay',
  'RFC 3207': 'SMTP Service Extension for Secure SMTP over TLS',
  'RFC 3463': 'Enhanced Mail System Status Codes',
  'RFC 3886': 'Message Tracking',
  'RFC 4468': 'Message Submission BURL Extension',
  'RFC 4954': 'SMTP Service Extension for Authentication',
  'RFC 5248': 'A Registry for SMTP Enhanced Mail System Status Codes',
  'RFC 5321': 'Simple Mail Transfer Protocol',
  'RFC 6376': 'DomainKeys Identified Mail Signatures',
  'RFC 6531': 'SMTP Extension for Internationalized Email',
  'RFC 6710': 'SMTP Extension for Message Transfer Priorities',
  'RFC 7208': 'Sender Policy Framework',
  'RFC 7293': 'The Require-Recipient-Valid-Since Header Field and SMTP Extension',
  'RFC 7372': 'Email Authentication Status Codes',
  'RFC 7504': 'SMTP 521 and 556 Reply Codes',
  'RFC 7505': 'A "Null MX" No Service Resource Record',
  'RFC 8617': 'The Authenticated Received Chain Protocol',
  'RFC 8689': 'SMTP Require TLS Option',
}

/** Code or document → the section that has it. */
const SECTIONS: Readonly<Record<string, string>> = {
  'RFC 3207': '4', 'RFC 4954': '6', 'RFC 5321': '4.2.3', 'RFC 7372': '3',
  '521 RFC 7504': '3', '556 RFC 7504': '4', 'x.1.10 RFC 7505': '4.1', 'x.7.27 RFC 7505': '4.2',
}

export const IANA_REGISTRY: Reference = {
  name: 'IANA registry',
  title: 'SMTP Enhanced Status Codes',
  url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/',
}

/** `RFC 3463` as the definition of `x.1.1` → `RFC 3463 §3.2`, with title and link. */
export function referenceOf(document: string, code: string): Reference {
  const number = /^RFC (\d+)$/.exec(document)?.[1]
  if (number === undefined) {
    return { name: document, url: `https://datatracker.ietf.org/doc/${document}/` }
  }
  const section = sectionOf(document, code)
  const title = TITLES[document]
  return {
    name: section === undefined ? document : `${document} §${section}`,
    ...(title === undefined ? {} : { title }),
    url: `https://www.rfc-editor.org/rfc/rfc${number}.html`
      + (section === undefined ? '' : `#section-${section}`),
  }
}

/** The page where a receiver explains its replies. */
export function receiverReference(id: string): Reference {
  const row = receiver(id)
  return { name: row?.name ?? id, ...(row?.page === undefined ? {} : { url: row.page }) }
}

function sectionOf(document: string, code: string): string | undefined {
  // RFC 3463 §3.1 is about x.0, §3.2 about x.1 and so on.
  const subject = /^x\.([0-7])\./.exec(code)?.[1]
  if (document === 'RFC 3463' && subject !== undefined) return `3.${Number(subject) + 1}`
  return SECTIONS[`${code} ${document}`] ?? SECTIONS[document]
}
