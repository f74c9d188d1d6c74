// The steps of an SMTP dialog that a reply may answer, as carom names them.

import type { SmtpCommand } from '@carom/core'

export const SMTP_COMMANDS: readonly SmtpCommand[] = [
  'CONNECT', 'EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'QUIT',
]

/** Other names of the steps, as mail systems and their logs write them. */
const OTHER_NAMES: Readonly<Record<string, SmtpCommand>> = {
  CONN: 'CONNECT', CONNECTION: 'CONNECT', BANNER: 'CONNECT', GREETING: 'CONNECT',
  HELO: 'EHLO', LHLO: 'EHLO', TLS: 'STARTTLS',
  'MAIL FROM': 'MAIL', MAILFROM: 'MAIL', 'RCPT TO': 'RCPT', RCPTTO: 'RCPT',
  'END OF DATA': 'DATA', 'END OF MESSAGE': 'DATA', EOD: 'DATA', EOM: 'DATA', DOT: 'DATA',
  '.': 'DATA', BDAT: 'DATA',
}

/** The command that was written, in capitals or not (RFC 5321 §2.4), under any of its names. */
export function parseSmtpCommand(value: unknown): SmtpCommand | undefined {
  if (typeof value !== 'string') return undefined
  const written = value.trim().toUpperCase().replace(/[-_]/g, ' ').replace(/:$/, '')
  return SMTP_COMMANDS.find((command) => command === written)
    ?? (Object.hasOwn(OTHER_NAMES, written) ? OTHER_NAMES[written] : undefined)
}
