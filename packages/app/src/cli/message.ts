// `carom message check`: looks a message over before it is sent, as receivers and filters will.

import { readFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { MESSAGE_BYTES_MAX } from '@carom/core'
import { createDnsClient, DNS_CLIENT_DEFAULTS } from '../service/prevent/dns/client.ts'
import { checkMessage } from '../service/prevent/message/check.ts'
import { createRspamd, createSpamd, readSpamdPlace } from '../service/prevent/message/filters.ts'
import { readRefused } from '../service/prevent/message/refused.ts'
import type { CampaignNames, MessageCheckOptions } from '../service/prevent/message/types.ts'
import { UsageError, type Arguments, type Command, type Input, type Io } from './command.ts'
import { layoutOf } from './explain/page.ts'
import { describeFileError } from './input/failure.ts'
import { formatMessageReport } from './message/format-report.ts'
import { openStoreThatIs } from './ledger/open-store.ts'
import { LEDGER_OPTIONS, withConfig } from './ledger/open.ts'
import { readNameServers } from './name-servers.ts'
import { printable } from './output/terminal-text.ts'
import { readZones } from './zones.ts'

export const command: Command = {
  name: 'message',
  summary: 'check a message before it is sent',
  usage: ['check [OPTION…] FILE…', 'check [OPTION…] < FILE'],
  description: [
    'Reads a message as it will be sent (.eml) and says what receivers and their filters will hold '
      + 'against it: signatures, unsubscribing in one click, the header, size, text and HTML, links, '
      + 'attachments. A content filter and block lists are asked where they are named, and, with '
      + '--store or --config, the store what of the same campaign was refused for its content.',
  ],
  options: [
    { name: 'bulk', summary: 'It goes to many, whatever its header says.' },
    { name: 'single', summary: 'It goes to one: nobody has to unsubscribe.' },
    { name: 'rspamd', value: 'URL', summary: 'Ask rspamd there, such as http://127.0.0.1:11333.' },
    { name: 'spamd', value: 'HOST', summary: 'Ask SpamAssassin there, such as 127.0.0.1:783.' },
    { name: 'blocklists', short: 'b',
      summary: 'Ask widely used DNS block lists about the domains of links.' },
    { name: 'blocklist', value: 'ZONE', multiple: true,
      summary: 'Ask this block list, such as dbl.spamhaus.org.' },
    { name: 'campaign', value: 'NAME', default: 'what its header says',
      summary: 'Campaign, as bounces name it.' },
    { name: 'no-dns', summary: 'Do not fetch keys: signatures are not verified.' },
    { name: 'dns', value: 'SERVER', multiple: true, default: 'those of the system',
      summary: 'Name server to ask: 192.0.2.53 or 192.0.2.53:5353.' },
    { name: 'all', short: 'a', summary: 'Show what is good, too.' },
    ...LEDGER_OPTIONS.filter(({ name }) => name !== 'json'),
    { name: 'json', summary: 'The whole report as JSON, one line for each message.' },
  ],
  examples: [
    { line: 'carom message check newsletter.eml', summary: 'What will filters say of it?' },
    { line: 'carom message check --rspamd http://127.0.0.1:11333 newsletter.eml',
      summary: 'What does rspamd say of it?' },
  ],
  exitCodes: { 0: 'Nothing that keeps it from arriving.', 1: 'Something is broken, or cannot be read.',
    2: 'Wrong usage.' },
  run,
}

async function run(args: Arguments, io: Io): Promise<number> {
  const [what, ...files] = args.positionals
  if (what !== 'check' || (files.length === 0 && io.stdin.isTerminal)) {
    throw new UsageError('no message to check', 'Write carom message check FILE.')
  }
  const options = readOptions(args)
  if (args.value('store') === undefined && args.value('config') === undefined) {
    return await checkAll(files, options, args, io)
  }
  return await withConfig('message', args, io, async (config, tenant) => {
    const store = await openStoreThatIs(config)
    try {
      const refused = (names: CampaignNames) => readRefused(store, tenant, names, Date.now())
      return await checkAll(files, { ...options, refused }, args, io)
    } finally {
      await store.close()
    }
  })
}

async function checkAll(
  files: readonly string[], options: MessageCheckOptions, args: Arguments, io: Io,
): Promise<number> {
  const isJson = args.has('json') || !io.isTerminal
  let isSound = true
  for (const file of files.length === 0 ? [undefined] : files) {
    const name = file ?? 'standard input'
    const bytes = await (file === undefined ? readAll(io.stdin) : readFile(file))
      .catch((error: unknown) => error as Error)
    if (bytes instanceof Error) {
      await io.stderr.write(`carom message: ${printable(describeFileError(bytes))}\n`)
      isSound = false
      continue
    }
    const report = await checkMessage(bytes.subarray(0, MESSAGE_BYTES_MAX), options)
    isSound &&= report.findings.every(({ severity }) => severity !== 'broken')
    await io.stdout.write(isJson ? `${JSON.stringify({ file: name, ...report })}\n`
      : formatMessageReport(name, report, { showsAll: args.has('all') }, layoutOf(io)))
  }
  return isSound ? 0 : 1
}

async function readAll(input: Input): Promise<Buffer> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of input) {
    pieces.push(piece)
    bytes += piece.length
    if (bytes > MESSAGE_BYTES_MAX) break
  }
  return Buffer.concat(pieces)
}

function readOptions(args: Arguments): MessageCheckOptions {
  if (args.has('bulk') && args.has('single')) {
    throw new UsageError('it goes to many or to one', 'Leave --bulk or --single out.')
  }
  const filter = readFilter(args)
  return {
    now: Date.now(), campaign: args.value('campaign'), blocklists: readZones(args),
    ...args.has('bulk') ? { isBulk: true } : args.has('single') ? { isBulk: false } : {},
    ...args.has('no-dns') ? {} : {
      dns: createDnsClient({ ...DNS_CLIENT_DEFAULTS, servers: readNameServers(args) }, Date.now),
    },
    ...filter === undefined ? {} : { filter },
  }
}

function readFilter(args: Arguments): MessageCheckOptions['filter'] {
  const url = args.value('rspamd')
  if (url !== undefined) {
    if (/^https?:\/\/\S+$/.test(url) && URL.canParse(url)) return createRspamd(url)
    throw new UsageError(`--rspamd cannot be '${url}'`, 'It is http://127.0.0.1:11333.')
  }
  const place = args.value('spamd')
  if (place === undefined) return undefined
  const { host, port } = readSpamdPlace(place)
  if (isIP(host) > 0 || /^[\w.-]+$/.test(host)) return createSpamd(host, port)
  throw new UsageError(`--spamd cannot be '${place}'`, 'It is 127.0.0.1 or 127.0.0.1:783.')
}
