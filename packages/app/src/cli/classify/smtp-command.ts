// The steps of an SMTP dialog that a reply may answer, as carom names them.

import type { SmtpCommand } from '@carom/core'

export const SMTP_COMMANDS: readonly SmtpCommand[] = [
  'CONNECT', 'EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'QUIT',
]

/** The command that was written, in capitals or not (RFC 5321 §2.4). */
export function parseSmtpCommand(value: unknown): SmtpCommand | undefined {
  const written = typeof value === 'string' ? value.toUpperCase() : undefined
  return SMTP_COMMANDS.find((command) => command === written)
}
