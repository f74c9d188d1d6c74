// `carom check`: asks whether mail may be sent to addresses now.

import { readAddresses } from './check/addresses.ts'
import type { Ask, Asked, AskedAdvice, AskedMore } from './check/ask.ts'
import { askService } from './check/ask-service.ts'
import { UsageError, type Arguments, type Command, type Io } from './command.ts'
import { printable } from './output/terminal-text.ts'

/** Addresses in one question: an answer stays under a megabyte. */
const ADDRESSES_AT_ONCE = 2_000
const KEY_VARIABLE = 'CAROM_API_KEY'
const FORMATS = ['text', 'json'] as const

export const command: Command = {
  name: 'check',
  summary: 'ask whether mail may be sent to addresses now',
  usage: ['[OPTION…] ADDRESS…', '[OPTION…] < FILE'],
  description: [
    'Answers "send", "hold" (not before a time) or "do-not-send" for each address, with the reason. ' +
      'Without an ADDRESS it reads standard input: one address a line, or a CSV file with a column ' +
      'named email, address or recipient.',
    'The answer comes from the store of the configuration or of --store, which need no running ' +
      `service, or from the service at --url, with the key in ${KEY_VARIABLE}.`,
    'Writes one JSON object a line, or plain words on a terminal.',
  ],
  options: [
    { name: 'list', short: 'l', value: 'NAME',
      summary: 'List or stream that the mail belongs to; its own suppressions count too.' },
    { name: 'url', value: 'URL', summary: 'Ask the service there, such as http://127.0.0.1:8025.' },
    { name: 'store', value: 'STORE', default: 'the one of the configuration',
      summary: 'Ask this store: a file, or postgres://….' },
    { name: 'config', short: 'c', value: 'FILE', default: 'carom.yaml, where it is there',
      summary: 'Configuration file.' },
    { name: 'tenant', value: 'NAME', default: 'the one of the configuration',
      summary: 'Whose suppressions; at a service the key says it.' },
    { name: 'format', short: 'f', value: 'FORMAT', choices: FORMATS,
      default: 'text on a terminal, else json', summary: 'How answers are written.' },
    { name: 'blocked', short: 'b', summary: 'Write only the addresses that must not be sent to.' },
    { name: 'advice', short: 'a',
      summary: 'Say also what is known beside the answer: typos, domain, opt-in, mail lately.' },
    { name: 'ask-dns',
      summary: 'With --advice: ask the DNS about the domains, where nothing is kept of them.' },
    { name: 'quiet', short: 'q', summary: 'Write nothing: the exit code answers.' },
  ],
  examples: [
    { line: 'carom check ann@example.com', summary: 'May one send to Ann?' },
    { line: 'carom check --list news --blocked < subscribers.csv',
      summary: 'Writes who of a list must be left out, and why.' },
    { line: 'carom check --advice ann@example.com',
      summary: 'Is the address sound, and is it time for another mail?' },
    { line: 'carom check -q --url http://127.0.0.1:8025 ann@example.com && send-mail',
      summary: 'Sends only where the running service allows it.' },
  ],
  exitCodes: {
    0: 'Mail may be sent to all of them.',
    1: 'Mail to one of them is held or must not be sent, or nobody could be asked.',
    2: 'Wrong usage.',
  },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  if (args.positionals.length === 0 && io.stdin.isTerminal) {
    throw new UsageError('no address', 'Name one, or give a file on standard input.')
  }
  const url = readUrl(args)
  const more = readMore(args)
  try {
    if (url !== undefined) {
      return await askAll(args, io, askService(url, io.env[KEY_VARIABLE], more))
    }
    return await askTheStore(args, io, more)
  } catch (error) {
    await io.stderr.write(`carom check: ${printable(sentenceOf(error))}\n`)
    return 1
  }
}

async function askTheStore(args: Arguments, io: Io, more: AskedMore): Promise<number> {
  const url = args.value('store')
  const { openStoreAnswers } = await import('./check/ask-store.ts')
  const store = await openStoreAnswers(
    { file: args.value('config'), url, tenant: args.value('tenant') }, io, more)
  if (store === undefined) return 1
  try {
    return await askAll(args, io, store.ask)
  } finally {
    await store.close()
  }
}

async function askAll(args: Arguments, io: Io, ask: Ask): Promise<number> {
  const isText = (args.value('format') ?? (io.isTerminal ? 'text' : 'json')) === 'text'
  const format = isText ? formatText : (one: Asked): string => `${JSON.stringify(one)}\n`
  let mayAll = true
  for await (const addresses of batchesOf(args, io)) {
    const answers = await ask(addresses, args.value('list'))
    const stopped = answers.filter(({ answer }) => answer !== 'send')
    mayAll &&= stopped.length === 0
    const shown = args.has('blocked') ? stopped : answers
    if (!args.has('quiet')) await io.stdout.write(shown.map(format).join(''))
  }
  return mayAll ? 0 : 1
}

async function* batchesOf(args: Arguments, io: Io): AsyncGenerator<readonly string[]> {
  const { positionals } = args
  const isRead = positionals.length === 0 || (positionals.length === 1 && positionals[0] === '-')
  for await (const addresses of isRead ? readAddresses(io.stdin) : [positionals]) {
    for (let at = 0; at < addresses.length; at += ADDRESSES_AT_ONCE) {
      yield addresses.slice(at, at + ADDRESSES_AT_ONCE)
    }
  }
}

function formatText({ address, answer, reason, since, until, why, advice }: Asked): string {
  const facts = [
    reason, since === undefined ? undefined : `since ${since.slice(0, 10)}`,
    until === undefined ? undefined : `until ${until}`, why,
  ].filter((fact) => fact !== undefined)
  return `${answer.padEnd(12)} ${printable(address)}` +
    `${facts.length === 0 ? '' : `  ${printable(facts.join(', '))}`}\n` +
    (advice === undefined ? '' : formatAdvice(advice))
}

function formatAdvice({ findings, suggestion, bounceChance, mail, pacing }: AskedAdvice): string {
  const lines = [
    ...findings.map(({ reason, about }) =>
      about === undefined ? reason : `${reason}: ${about}`),
    ...suggestion === undefined ? [] : [`meant was probably ${suggestion}`],
    ...mail.waitUntil === undefined ? [] : [`had mail enough; wait until ${mail.waitUntil}`],
    ...pacing?.resumeAt === undefined ? []
      : [`${pacing.receiver} asked to send slower; wait until ${pacing.resumeAt}`],
    `bounces with a chance of ${(bounceChance * 100).toFixed(1)} %`,
  ]
  return lines.map((line) => `${' '.repeat(13)}${printable(line)}\n`).join('')
}

function readMore(args: Arguments): AskedMore {
  const more = { advice: args.has('advice'), asksDns: args.has('ask-dns') }
  if (more.advice || !more.asksDns) return more
  throw new UsageError('--ask-dns needs --advice', 'The answer itself needs no DNS.')
}

function readUrl(args: Arguments): URL | undefined {
  const text = args.value('url')
  if (text === undefined) return undefined
  if (args.has('store')) throw new UsageError('--store and --url cannot go together')
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url !== undefined && /^https?:$/.test(url.protocol)) return url
  throw new UsageError(`--url cannot be '${printable(text)}'`, 'Write http://… or https://….')
}

function sentenceOf(error: unknown): string {
  const { message, cause } = error as Error
  return cause instanceof Error ? `${message}: ${cause.message}` : message
}
