// `carom deliver`: keeps one message that a mail system pipes in, and answers with the exit codes
// that mail systems read (sysexits.h).

import { readFile } from 'node:fs/promises'
import { MESSAGE_BYTES_MAX, type TokenKey } from '@carom/core'
import type { HandedOver, PipedMessage } from '../service/intake/pipe.ts'
import { parseTokenKeys } from '../service/token-keys.ts'
import { UsageError, type Arguments, type Command, type Input, type Io } from './command.ts'
import { printable } from './output/terminal-text.ts'

const EXIT_KEPT = 0
const EXIT_NO_MESSAGE = 65
const EXIT_REFUSED = 69
const EXIT_TRY_LATER = 75
const SOURCE_DEFAULT = 'pipe'
const TENANT_DEFAULT = 'default'

export const command: Command = {
  name: 'deliver',
  summary: 'keep one bounce that a mail system pipes in',
  usage: ['[OPTION…] < MESSAGE'],
  description: [
    'Reads one message from standard input and keeps it durably: in the store that the configuration ' +
      'of the service names or --store, which may be in use by a running service, or by handing it to a ' +
      'service with --to. Made for aliases, .forward, sieve and procmail. The same message a second time ' +
      'changes nothing.',
    'Where the mail system says them in its environment, --recipient and --sender need not be given: ' +
      'ORIGINAL_RECIPIENT, RECIPIENT and SENDER are read (Postfix, Exim, qmail). A valid return-path token ' +
      'in the recipient proves whom the bounce is about.',
    'Exit code 75 makes the mail system keep the message and try again.',
  ],
  options: [
    { name: 'store', short: 's', value: 'URL', default: 'store.url of the configuration',
      summary: 'Where to keep it: a file, sqlite:FILE or postgres://…' },
    { name: 'config', short: 'c', value: 'FILE', default: 'CAROM_CONFIG, else carom.yaml',
      summary: 'Configuration of the service.' },
    { name: 'to', value: 'URL',
      summary: 'Hand it to a running service: http(s)://HOST, with an API key in CAROM_API_KEY, or ' +
        'lmtp://HOST:PORT, lmtp:/SOCKET.' },
    { name: 'recipient', short: 'r', value: 'ADDRESS', summary: 'The address that took the message in.' },
    { name: 'sender', short: 'f', value: 'ADDRESS', summary: 'Its envelope sender.' },
    { name: 'source', value: 'NAME', default: SOURCE_DEFAULT, summary: 'Source it is booked on.' },
    { name: 'tenant', value: 'NAME', default: TENANT_DEFAULT, summary: 'Whose bounce it is.' },
    { name: 'key-file', short: 'k', value: 'FILE',
      default: 'tokens.keysFile of the configuration, else CAROM_TOKEN_KEYS',
      summary: 'Keys of return-path tokens.' },
  ],
  examples: [
    { line: 'bounces: "|carom deliver --store /var/lib/carom/carom.db"',
      summary: 'A line for /etc/aliases.' },
    { line: 'carom deliver --to lmtp:/run/carom/lmtp -r bounce@example.com < bounce.eml',
      summary: 'Hands a message to a running service.' },
  ],
  exitCodes: {
    0: 'It is kept.',
    64: 'Wrong usage.',
    65: 'There was no message on standard input.',
    69: 'The service refuses it for good.',
    75: 'It could not be kept now: keep it and try again.',
  },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  if (args.positionals.length > 0) {
    throw new UsageError('the message comes on standard input', 'Write carom deliver < FILE.')
  }
  const target = readTarget(args)
  if (target?.protocol === 'lmtp:' && recipientOf(args, io) === '') {
    throw new UsageError('LMTP needs --recipient')
  }
  if (io.stdin.isTerminal) throw new UsageError('no message: standard input is a terminal')
  try {
    return await deliver(args, io, target)
  } catch (error) {
    // Whatever it is: a bounce that is not kept must stay with the mail system.
    await io.stderr.write(`carom deliver: ${printable((error as Error).message)}\n`)
    return EXIT_TRY_LATER
  }
}

async function deliver(args: Arguments, io: Io, target: URL | undefined): Promise<number> {
  const { withoutEnvelopeLine, postMessage, deliverByLmtp } =
    await import('../service/intake/pipe.ts')
  const bytes = withoutEnvelopeLine(await readAll(io.stdin))
  if (bytes.length === 0) {
    await io.stderr.write('carom deliver: standard input is empty\n')
    return EXIT_NO_MESSAGE
  }
  const settings = await readSettings(args, io, target !== undefined)
  if (settings === undefined) return EXIT_TRY_LATER
  const message: PipedMessage = {
    bytes, keys: settings.keys, receivedAt: Date.now(),
    recipient: recipientOf(args, io),
    sender: args.value('sender') ?? io.env['SENDER'] ?? '',
    source: args.value('source') ?? SOURCE_DEFAULT, tenant: args.value('tenant') ?? TENANT_DEFAULT,
  }
  if (target === undefined) return await keep(settings.store, message)
  const outcome = target.protocol === 'lmtp:'
    ? await deliverByLmtp(target, message)
    : await postMessage(target, message, io.env['CAROM_API_KEY'])
  return await tell(outcome, io)
}

async function keep(url: string, message: PipedMessage): Promise<number> {
  const [{ openStore }, { SILENT_LOG }, { buildPipeInput }] = await Promise.all([
    import('../service/store/open.ts'), import('../service/log.ts'),
    import('../service/intake/pipe.ts'),
  ])
  const store = await openStore(url, {}, { log: SILENT_LOG, now: Date.now })
  try {
    await store.ingest([buildPipeInput(message)])
  } finally {
    await store.close()
  }
  return EXIT_KEPT
}

async function tell(outcome: HandedOver, io: Io): Promise<number> {
  if (outcome.kind === 'kept') return EXIT_KEPT
  await io.stderr.write(`carom deliver: ${printable(outcome.reason)}\n`)
  return outcome.kind === 'refused' ? EXIT_REFUSED : EXIT_TRY_LATER
}

function recipientOf(args: Arguments, { env }: Io): string {
  return args.value('recipient') ?? env['ORIGINAL_RECIPIENT'] ?? env['RECIPIENT'] ?? ''
}

function readTarget(args: Arguments): URL | undefined {
  const to = args.value('to')
  if (to === undefined) return undefined
  if (args.has('store')) throw new UsageError('--store and --to cannot go together')
  const url = URL.canParse(to) ? new URL(to) : undefined
  if (url === undefined || !['http:', 'https:', 'lmtp:'].includes(url.protocol)) {
    const advice = 'Write http://…, https://… or lmtp:….'
    throw new UsageError(`--to cannot be '${printable(to)}'`, advice)
  }
  return url
}

type Settings = { readonly store: string; readonly keys: readonly TokenKey[] }

/** What the configuration adds; undefined after telling what is wrong with it. */
async function readSettings(
  args: Arguments, io: Io, isHandedOver: boolean,
): Promise<Settings | undefined> {
  const given = args.value('store')
  const isComplete = (given !== undefined || isHandedOver) && !args.has('config')
  const { loadConfig } = await import('./config.ts')
  const loaded = isComplete ? undefined : await loadConfig(args.value('config'), io)
  if (!isComplete && loaded === undefined) return undefined
  const file = args.value('key-file') ?? loaded?.config.tokens.keysFile
  const text = file === undefined ? io.env['CAROM_TOKEN_KEYS'] : await readFile(file, 'utf8')
  const store = given ?? loaded?.config.store.url ?? ''
  if (text === undefined || text === '') return { store, keys: [] }
  const result = parseTokenKeys(text)
  if (result.kind === 'keys') return { store, keys: result.keys }
  await io.stderr.write(
    `carom deliver: ${printable(file ?? 'CAROM_TOKEN_KEYS')}: ${printable(result.problem)}\n`)
  return undefined
}

/** All of a stream; what is beyond the core's cap is read and dropped: nobody would look at it. */
async function readAll(input: Input): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of input) {
    if (length < MESSAGE_BYTES_MAX) pieces.push(piece)
    length += piece.length
  }
  return Buffer.concat(pieces).subarray(0, MESSAGE_BYTES_MAX)
}
