// `carom token`: makes return paths that prove whom a bounce is about, and says what one proves.

import { readFile } from 'node:fs/promises'
import { makeReturnPath, verifyReturnPath, type TokenKey } from '@carom/core'
import { createTokenKeyLine, parseTokenKeys } from '../service/token-keys.ts'
import { UsageError, type Arguments, type Command, type Io } from './command.ts'
import { describeError } from './input/failure.ts'
import { printable } from './output/terminal-text.ts'

const DAY_MS = 86_400_000
const KEYS_VARIABLE = 'CAROM_TOKEN_KEYS'
const ACTIONS: ReadonlySet<string> = new Set(['make', 'verify', 'key'])

export const command: Command = {
  name: 'token',
  summary: 'make and verify return paths that cannot be forged',
  usage: [
    'make --domain DOMAIN --recipient ADDRESS [OPTION…]',
    'verify [OPTION…] ADDRESS…',
    'key [--key-file FILE]',
  ],
  description: [
    'A return path made for one recipient proves, when a bounce comes back to it, whom the bounce is ' +
      'about; nobody without the key can make another. Use it as the envelope sender (MAIL FROM) of mail ' +
      'to that recipient and to no other.',
    '"make" writes one return path for each --recipient, "verify" tells whom one was made for, "key" ' +
      `writes a new key. Keys are read from --key-file or from ${KEYS_VARIABLE}: one a line, newest ` +
      'first, as "ID SECRET", and "until=DATE" behind those that no longer sign.',
  ],
  options: [
    { name: 'key-file', short: 'k', value: 'FILE', default: `the variable ${KEYS_VARIABLE}`,
      summary: 'File with the keys.' },
    { name: 'domain', short: 'd', value: 'DOMAIN',
      summary: 'Domain that bounces come back to, such as bounces.example.com.' },
    { name: 'recipient', short: 'r', value: 'ADDRESS', multiple: true,
      summary: 'Whom the mail goes to.' },
    { name: 'prefix', value: 'TEXT', default: 'none',
      summary: 'Beginning of the local part, such as bounces+.' },
    { name: 'list', value: 'NAME', summary: 'List or stream that the mail belongs to.' },
    { name: 'send-id', value: 'ID',
      summary: 'Name of a registered send, for recipients that are too long to be carried.' },
    { name: 'days', value: 'NUMBER', default: '45', summary: 'How long a bounce may take, 1 to 400.' },
    { name: 'tenant', value: 'NAME', default: 'default', summary: 'Whose key signs.' },
  ],
  examples: [
    { line: 'carom token key > /etc/carom/token.keys', summary: 'Makes the first key.' },
    { line: 'carom token make -k /etc/carom/token.keys -d bounces.example.com -r ann@example.org',
      summary: 'Writes the envelope sender for mail to Ann.' },
    { line: 'carom token verify -k /etc/carom/token.keys ADDRESS',
      summary: 'Tells for whom it was made, and until when it counts.' },
  ],
  exitCodes: {
    0: 'Made, or genuine.',
    1: 'No token could be made, or an address is not genuine, or the keys cannot be read.',
    2: 'Wrong usage.',
  },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  const [action = '', ...addresses] = args.positionals
  if (!ACTIONS.has(action)) {
    throw new UsageError(action === '' ? 'nothing to do' : `'${action}' is not known`,
      'Write make, verify or key.')
  }
  const file = args.value('key-file')
  if (action === 'key') return await writeKey(file, io)
  const keys = await readKeys(file, io)
  if (typeof keys === 'string') {
    await io.stderr.write(`carom token: ${printable(keys)}\n`)
    return 1
  }
  return action === 'make' ? await make(args, keys, io) : await verify(addresses, keys, io)
}

async function make(args: Arguments, keys: readonly TokenKey[], io: Io): Promise<number> {
  const [domain, recipients] = [args.value('domain'), args.values('recipient')]
  if (domain === undefined) throw new UsageError('make needs --domain')
  if (recipients.length === 0) throw new UsageError('make needs --recipient')
  const tenant = args.value('tenant') ?? 'default'
  const own = keys.filter((key) => (key.tenant ?? 'default') === tenant)
  if (own.length === 0) throw new UsageError(`no key of tenant '${printable(tenant)}'`)
  let exitCode = 0
  for (const recipient of recipients) {
    const result = madeFor(recipient, { args, domain, keys: own })
    if (result.kind === 'made') await io.stdout.write(`${result.address}\n`)
    else {
      exitCode = 1
      await io.stderr.write(`carom token: ${printable(recipient)} is too long to be carried ` +
        'in a return path. Register the send and give its --send-id.\n')
    }
  }
  return exitCode
}

function madeFor(
  recipient: string,
  { args, domain, keys }: {
    readonly args: Arguments; readonly domain: string; readonly keys: readonly TokenKey[]
  },
): ReturnType<typeof makeReturnPath> {
  const [list, sendId, days] = [args.value('list'), args.value('send-id'), args.value('days')]
  try {
    return makeReturnPath({
      keys, domain, recipient, now: Date.now(), prefix: args.value('prefix') ?? '',
      ...(list === undefined ? {} : { list }), ...(sendId === undefined ? {} : { sendId }),
      ...(days === undefined ? {} : { lifetimeDays: Number(days) }),
    })
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new UsageError(printable(error.message))
  }
}

async function verify(
  addresses: readonly string[], keys: readonly TokenKey[], io: Io,
): Promise<number> {
  if (addresses.length === 0) throw new UsageError('verify needs an address')
  let exitCode = 0
  for (const address of addresses) {
    const verdict = verifyReturnPath(address, { keys, now: Date.now() })
    if (verdict.kind === 'invalid') exitCode = 1
    const said = verdict.kind === 'invalid' ? verdict
      : { ...verdict, expiresAt: new Date(verdict.expiresAt).toISOString() }
    await io.stdout.write(io.isTerminal ? told(address, verdict) : `${JSON.stringify({
      address, ...said,
    })}\n`)
  }
  return exitCode
}

const WHY_INVALID = {
  'no-token': 'it holds no token',
  'not-genuine': 'no key of these made it, or it was changed',
  expired: 'its time is over',
} as const

function told(address: string, verdict: ReturnType<typeof verifyReturnPath>): string {
  if (verdict.kind === 'invalid') {
    return `${printable(address)}: not genuine, ${WHY_INVALID[verdict.why]}\n`
  }
  const whom = verdict.recipient ?? `send ${verdict.sendId}`
  const last = new Date(verdict.expiresAt - DAY_MS).toISOString().slice(0, 10)
  const list = verdict.list === undefined ? '' : ` on list ${verdict.list}`
  return `${printable(address)}: made for ${printable(whom + list)}, counts until ${last}\n`
}

async function writeKey(file: string | undefined, io: Io): Promise<number> {
  const keys = file === undefined ? [] : await readKeys(file, io)
  await io.stdout.write(`${createTokenKeyLine(typeof keys === 'string' ? [] : keys)}\n`)
  return 0
}

/** The keys, or what is wrong with them. */
async function readKeys(file: string | undefined, io: Io): Promise<readonly TokenKey[] | string> {
  const variable = io.env[KEYS_VARIABLE]
  if (file === undefined && (variable === undefined || variable === '')) {
    throw new UsageError('no key', `Give --key-file or set ${KEYS_VARIABLE}.`)
  }
  const name = file ?? KEYS_VARIABLE
  let text = variable ?? ''
  try {
    if (file !== undefined) text = await readFile(file, 'utf8')
  } catch (error) {
    return `${name}: ${describeError(error as NodeJS.ErrnoException)}`
  }
  const result = parseTokenKeys(text)
  return result.kind === 'keys' ? result.keys : `${name}: ${result.problem}`
}
