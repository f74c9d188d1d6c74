// `carom anonymize`: makes a private bounce publishable.

import { randomUUID } from 'node:crypto'
import { createAnonymizer, createEngine, type CaromEvent } from '@carom/core'
import type { Arguments, Command, Io } from './command.ts'
import { inputName, readOneMessage, readOnePath } from './input/one-message.ts'
import { printable } from './output/terminal-text.ts'

export const command: Command = {
  name: 'anonymize',
  summary: 'take private names out of a bounce, so that it can be published',
  usage: ['[OPTION…] [FILE]'],
  description: [
    'Reads one message from FILE, or from standard input without FILE or where FILE is -, and writes it ' +
      'without what is private: addresses, names of people, host names, IP addresses, identifiers, ' +
      'subjects, and the text of the returned message. Each is replaced by the same pseudonym wherever it ' +
      'stands, also within base64, quoted-printable, encoded words and addresses that carry another one.',
    'What a reader of bounces needs stays: structure, codes, dates, the words of servers and reports, and ' +
      'the names of block lists, of big providers and of their hosts. Names become reserved ones: domains ' +
      'end in .example (RFC 2606), IP addresses are those of documentation (RFC 5737, RFC 3849).',
    'Attachments are replaced by a placeholder. In mail that reports nothing, only words stay that the ' +
      'knowledge about bounces has. Dates, and the wording of a server or a person in a report, are left ' +
      'as they are: read the result before you publish it.',
  ],
  options: [
    {
      name: 'seed',
      value: 'SECRET',
      default: 'another one for each run',
      summary:
        'Gives the same names the same pseudonyms in several runs. Who knows it can test whether ' +
        'a name was in the original, so keep it to yourself.',
    },
    {
      name: 'quiet',
      short: 'q',
      summary: 'Do not compare on standard error how the message is judged before and after.',
    },
  ],
  examples: [
    { line: 'carom anonymize bounce.eml > public.eml', summary: 'Makes one bounce publishable.' },
    {
      line: `carom anonymize --seed "$SECRET" < bounce.eml | carom parse`,
      summary: 'Shows how the anonymous bounce is judged.',
    },
  ],
  exitCodes: {
    0: 'The message was written and is judged as before.',
    1: 'The message could not be read, or is judged otherwise than before; standard error says which.',
    2: 'Wrong usage.',
  },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  const path = readOnePath(args.positionals, io)
  const input = await readOneMessage(path, io.stdin)
  if (input.kind === 'failed') {
    await io.stderr.write(`carom anonymize: ${inputName(path)}: ${printable(input.reason)}\n`)
    return 1
  }
  const { anonymize } = createAnonymizer({ seed: args.value('seed') ?? randomUUID() })
  const anonymous = anonymize(input.bytes)
  await io.stdout.write(anonymous)
  const engine = createEngine()
  const before = describe(engine.readMessage(input.bytes).events)
  const after = describe(engine.readMessage(anonymous).events)
  if (before === after) {
    if (!args.has('quiet')) await io.stderr.write(`Judged as before: ${after}.\n`)
    return 0
  }
  await io.stderr.write(
    `carom anonymize: judged otherwise than before: ${before} became ${after}\n`,
  )
  return 1
}

/** What must not change, in words. */
function describe(events: readonly CaromEvent[]): string {
  return events.length === 0 ? 'no report' : events.map(describeEvent).join(', ')
}

function describeEvent(event: CaromEvent): string {
  const words = [
    event.kind, event.reason, event.permanence, event.replyCode, event.enhancedCode, event.command,
  ]
  return words.filter((word) => word !== undefined).join(' ')
}
