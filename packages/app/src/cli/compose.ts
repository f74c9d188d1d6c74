// `carom compose`: writes a bounce for a message.

import { BOUNCE_LANGUAGES, composeBounce, LIFTABLE_REFUSALS, SPOKEN_REASONS } from '@carom/core'
import type { Arguments, Command, Io } from './command.ts'
import { ALL_REFUSALS, KINDS, readRequest } from './compose-request.ts'
import { inputName, readOneMessage, readOnePath } from './input/one-message.ts'
import { printable } from './output/terminal-text.ts'

export const command: Command = {
  name: 'compose',
  summary: 'write a bounce for a message',
  usage: [
    '--recipient ADDRESS --reason REASON [OPTION…] [FILE]',
    '--recipient ADDRESS --reply TEXT [OPTION…] [FILE]',
  ],
  description: [
    'Reads a message from FILE, or from standard input without FILE or where FILE is -, and writes a ' +
      'bounce for it (RFC 3464): a text for people in the chosen language, a part for machines, and the ' +
      'message itself, or its header alone where it is large or has bytes that not every server carries.',
    'The bounce is addressed to the envelope sender of the message, which its Return-Path field records; ' +
      'From and Reply-To are never used. Send it with an empty envelope sender.',
    'No bounce is written where none may be sent: for messages without an envelope sender, for bounces ' +
      'and other reports, automatic answers, mailing lists and bulk mail, mail systems and addresses ' +
      'that ask not to be answered. A bounce to a forged sender harms a stranger: be sure that the sender ' +
      'is genuine, and say what is true. "mailbox-unknown" makes the sender stop for good.',
  ],
  options: [
    {
      name: 'recipient',
      short: 'r',
      value: 'ADDRESS',
      multiple: true,
      summary: 'The address that the message could not be delivered to.',
    },
    {
      name: 'reason',
      value: 'REASON',
      choices: SPOKEN_REASONS,
      summary: 'Why, in words of the chosen language; it also gives the status code.',
    },
    {
      name: 'reply',
      value: 'TEXT',
      summary: 'What a server answered, such as "550 5.1.1 User unknown"; it is quoted as it is.',
    },
    {
      name: 'status',
      value: 'CODE',
      default: 'the code in the reply, else the one of the reason',
      summary: 'Enhanced status code, such as 5.1.1.',
    },
    {
      name: 'kind',
      value: 'KIND',
      choices: KINDS,
      default: 'failed',
      summary: 'Whether the message failed, or is late and still tried.',
    },
    {
      name: 'until',
      value: 'TIME',
      summary: 'With --kind delayed: until when delivery is tried, such as 2026-01-05T12:00:00Z.',
    },
    {
      name: 'language',
      short: 'l',
      value: 'LANGUAGE',
      choices: BOUNCE_LANGUAGES,
      default: 'en',
      summary: 'Language of the text for people.',
    },
    { name: 'headers-only', summary: 'Return only the header of the message, not its content.' },
    {
      name: 'max-bytes',
      value: 'NUMBER',
      default: '50000',
      summary: 'Return only the header of messages that are larger.',
    },
    {
      name: 'host',
      value: 'NAME',
      default: 'the name of this machine',
      summary: 'Name of the mail system that reports.',
    },
    {
      name: 'from',
      value: 'ADDRESS',
      default: 'mailer-daemon@HOST',
      summary: 'Address in the From field.',
    },
    {
      name: 'return-path',
      value: 'ADDRESS',
      default: 'the Return-Path field of the message',
      summary: 'Envelope sender of the message, where its header does not say it.',
    },
    {
      name: 'force',
      value: 'REFUSAL',
      choices: [ALL_REFUSALS, ...LIFTABLE_REFUSALS],
      multiple: true,
      summary:
        'Write the bounce in spite of this refusal. A message without a usable envelope sender, ' +
        'or one that is a bounce itself, is never answered.',
    },
    { name: 'quiet', short: 'q', summary: 'Do not say on standard error how to send the bounce.' },
  ],
  examples: [
    {
      line: 'carom compose -r bob@example.com --reason mailbox-full --language de message.eml',
      summary: 'Writes a bounce in German to standard output.',
    },
    {
      line: `carom compose -r bob@example.com --reply '550 5.7.1 No thanks' < message.eml`,
      summary: 'Quotes what a server said.',
    },
    {
      line: 'carom compose -r bob@example.com --reason policy message.eml | carom parse',
      summary: 'Shows how a reader of bounces understands it.',
    },
  ],
  exitCodes: {
    0: 'The bounce was written.',
    1: 'The message could not be read, or must not be answered; standard error says why.',
    2: 'Wrong usage.',
  },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  const request = readRequest(args)
  const path = readOnePath(args.positionals, io)
  const input = await readOneMessage(path, io.stdin)
  if (input.kind === 'failed') {
    await io.stderr.write(`carom compose: ${inputName(path)}: ${printable(input.reason)}\n`)
    return 1
  }
  const result = composeBounce(input.bytes, request)
  if (result.kind === 'refused') {
    for (const { code, because } of result.refusals) {
      await io.stderr.write(`carom compose: not answered (${code}): ${printable(because)}\n`)
    }
    if (result.refusals.every(({ code }) => LIFTABLE_REFUSALS.includes(code))) {
      const force = result.refusals.map(({ code }) => `--force ${code}`).join(' ')
      await io.stderr.write(`If a bounce is right all the same, add ${force}.\n`)
    }
    return 1
  }
  await io.stdout.write(result.bytes)
  if (!args.has('quiet')) {
    const utf8 = result.needsSmtpUtf8 ? ', over a server that knows SMTPUTF8' : ''
    await io.stderr.write(
      `Send it to <${printable(result.to)}> with the empty envelope sender <>${utf8}.\n`,
    )
  }
  return 0
}
