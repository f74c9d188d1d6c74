// The steps of an SMTP dialog that a reply may answer, as carom names them.

import type { SmtpCommand } from '@carom/core'

export const SMTP_COMMANDS: readonly SmtpCommand[] = [
  'CONNECT', 'EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'QUIT',
]

export function isSmtpCommand(value: unknown): value is SmtpCommand {
  return (SMTP_COMMANDS as readonly unknown[]).includes(value)
}
