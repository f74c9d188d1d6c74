// `carom bounce`: returns received messages to their senders, or shows what would become of it.

import { BOUNCE_LANGUAGES } from '@carom/core'
import { LIFTABLE_CONDITIONS, type BounceRow } from '../service/bounce/types.ts'
import { HONEST_REASONS } from '../service/bounce/wording.ts'
import { formatRow } from './bounce/format-row.ts'
import { openBouncer, type OpenBouncer } from './bounce/open-bouncer.ts'
import { readBounceRequest, type BounceRequest } from './bounce/request.ts'
import type { Arguments, Command, Io } from './command.ts'
import { inputName, readOneMessage } from './input/one-message.ts'
import { createStyle } from './output/style.ts'
import { printable } from './output/terminal-text.ts'

export const command: Command = {
  name: 'bounce',
  summary: 'return a received message to its sender, safely',
  usage: ['[OPTION…] [FILE…]'],
  description: [
    'Reads messages from files, or from standard input without FILE or where FILE is -, asks every ' +
      'condition under which a message may be bounced, and shows each with its reason. Nothing is sent ' +
      'without --send.',
    'A bounce to a forged sender is mail that a stranger never asked for. So only what is proved is ' +
      'returned: the signature of the sender\'s domain is checked now (DKIM), or your own mail server ' +
      'wrote down what it found (--authserv-id). Automatic mail, lists, bulk mail, reports, mail of your ' +
      'own domains and what came of a bounce is never returned; no message is returned twice, and no ' +
      'address gets more than one a day. The book of what was sent is in the store.',
    'The bounce says that the recipient declines the message (5.7.1), and goes to the envelope sender, ' +
      'with the null sender, over one relay, once.',
  ],
  options: [
    { name: 'send', summary: 'Send it. Without this, everything is shown and nothing leaves.' },
    { name: 'dry-run', short: 'n', summary: 'Show only; this is the default.' },
    { name: 'relay', value: 'URL', default: 'bounce.relay of the configuration',
      summary: 'Mail server that delivers: smtp://[USER:PASSWORD@]HOST[:PORT] insists on STARTTLS, ' +
        'but to this machine; smtps:// is TLS from the first byte.' },
    { name: 'out', short: 'o', value: 'FILE',
      summary: 'Write the exact bytes of the bounce into FILE; for one message.' },
    { name: 'recipient', short: 'r', value: 'ADDRESS',
      default: 'the one of your domains in To or Cc',
      summary: 'The address of yours that got the message, and declines it.' },
    { name: 'return-path', value: 'ADDRESS', default: 'the Return-Path field of the message',
      summary: 'Envelope sender of the message, where its header does not say it.' },
    { name: 'received', value: 'TIME', default: 'the topmost Received field',
      summary: 'When the message came in, such as 2026-01-05T12:00:00Z.' },
    { name: 'authserv-id', value: 'NAME', multiple: true, default: 'bounce.authservIds',
      summary: 'Name under which your own mail server writes Authentication-Results.' },
    { name: 'dns', value: 'SERVER', multiple: true, default: 'bounce.dnsServers',
      summary: 'Name server to ask, such as 192.0.2.53.' },
    { name: 'reason', value: 'REASON', choices: HONEST_REASONS, default: 'bounce.reason',
      summary: 'What the bounce says.' },
    { name: 'language', short: 'l', value: 'LANGUAGE', choices: BOUNCE_LANGUAGES,
      default: 'bounce.language', summary: 'Language of its text for people.' },
    { name: 'headers-only', summary: 'Return only the header of the message.' },
    { name: 'lift', value: 'CONDITION', choices: LIFTABLE_CONDITIONS, multiple: true,
      summary: 'Set this condition aside. All others can never be lifted.' },
    { name: 'host', value: 'NAME', default: 'bounce.host, else the name of this machine',
      summary: 'Name of the mail system that speaks.' },
    { name: 'from', value: 'ADDRESS', default: 'bounce.from, else mailer-daemon@HOST',
      summary: 'Address in the From field.' },
    { name: 'config', short: 'c', value: 'FILE', default: 'CAROM_CONFIG, else carom.yaml',
      summary: 'Configuration of the service.' },
    { name: 'store', short: 's', value: 'URL', default: 'store.url of the configuration',
      summary: 'Where the book of what was sent is kept.' },
  ],
  examples: [
    { line: 'carom bounce message.eml', summary: 'Shows what would become of it, and why.' },
    { line: 'carom bounce --out bounce.eml message.eml',
      summary: 'Also writes the bounce as it would be sent.' },
    { line: 'carom bounce --send --relay smtp://localhost -r ann@example.com message.eml',
      summary: 'Sends it.' },
  ],
  exitCodes: {
    0: 'All of them were sent, or would be.',
    1: 'One at least was refused, failed, or could not be read.',
    2: 'Wrong usage.',
  },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  const request = readBounceRequest(args, io)
  const opened = await openBouncer(request, args, io)
  if (opened === undefined) return 1
  const style = createStyle(io.stdout, io.env)
  let isAllDone = true
  try {
    for (const path of request.paths) {
      const row = await bounceOne(path, request, opened.bounce, io)
      if (row === undefined || !isDone(row)) isAllDone = false
      if (row === undefined) continue
      const file = inputName(path)
      await io.stdout.write(io.isTerminal
        ? formatRow(file, row, io.columns, style) : `${JSON.stringify(toLine(file, row))}\n`)
      if (request.out !== undefined && !await writeOut(request.out, row, io)) isAllDone = false
    }
  } finally {
    await opened.close()
  }
  return isAllDone ? 0 : 1
}

function isDone({ state }: BounceRow): boolean {
  return state === 'planned' || state === 'sent'
}

/** Undefined after telling why the message cannot be read. */
async function bounceOne(
  path: string, request: BounceRequest,
  bounce: OpenBouncer['bounce'], io: Io,
): Promise<BounceRow | undefined> {
  const input = await readOneMessage(path, io.stdin)
  if (input.kind === 'failed') {
    await io.stderr.write(`carom bounce: ${inputName(path)}: ${printable(input.reason)}\n`)
    return undefined
  }
  const { rows: [row] } = await bounce({
    chosen: { kind: 'raw', message: { ...request.message, bytes: input.bytes } },
    dryRun: !request.send, lift: request.lift, wording: request.wording, showBytes: true,
  })
  return row
}

/** A line for programs; the bytes themselves go to --out. */
function toLine(file: string, { key: _key, bounce, ...row }: BounceRow): object {
  if (bounce === undefined) return { file, ...row }
  const { bytes: _bytes, ...facts } = bounce
  return { file, ...row, bounce: facts }
}

async function writeOut(path: string, { bounce }: BounceRow, io: Io): Promise<boolean> {
  if (bounce?.bytes === undefined) {
    await io.stderr.write(`carom bounce: ${printable(path)} is not written: there is no bounce\n`)
    return false
  }
  const { writeFile } = await import('node:fs/promises')
  const failure = await writeFile(path, bounce.bytes).then(() => undefined, (error: Error) => error)
  if (failure === undefined) return true
  await io.stderr.write(`carom bounce: ${printable(path)}: ${printable(failure.message)}\n`)
  return false
}
