// Sample bounces and places to put them, for tests of what reads them.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { TestContext } from 'node:test'

const NO_MAILBOX = 'Sorry, no mailbox here by that name. (#5.1.1)'

/** A qmail bounce of one recipient. */
export function bounce(recipient: string, reply = NO_MAILBOX): string {
  return `Return-Path: <>
From: MAILER-DAEMON@mx.example.net
To: bounces@shop.example
Subject: failure notice
Date: 14 Feb 2026 08:15:09 -0000

Hi. This is the qmail-send program at mx.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<${recipient}>:
${reply}
`
}

export const LETTER = `From: Ada <ada@example.org>
To: bounces@shop.example
Subject: Lunch on Friday?
Date: Sat, 14 Feb 2026 09:00:00 +0000

Shall we? At one, as always.
`

export const FROM_LINE = 'From MAILER-DAEMON@mx.example.net Sat Feb 14 08:15:09 2026\n'

/** Messages as an mbox, in the dialect mboxrd. */
export function mbox(messages: readonly string[]): string {
  return messages.map((message) =>
    `${FROM_LINE}${message.replace(/^(>*From )/gm, '>$1')}\n`).join('')
}

/** A folder of files, by path and content, that is gone after the test. */
export function folderOf(
  t: TestContext, files: Readonly<Record<string, string | Uint8Array>>,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'carom-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}
