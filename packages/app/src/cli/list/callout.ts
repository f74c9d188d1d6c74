// `--callout`: what has to be known before mail servers are asked about mailboxes, and how much of
// it there was today.

import { hostname, homedir } from 'node:os'
import { join } from 'node:path'
import { createEngine } from '@carom/core'
import { openCalloutBook } from '../../service/prevent/callout/book.ts'
import { createCallout } from '../../service/prevent/callout/callout.ts'
import {
  CALLOUT_DEFAULTS, CALLOUT_RISK, type Callout,
} from '../../service/prevent/callout/types.ts'
import type { Dns } from '../../service/prevent/dns/types.ts'
import { UsageError, type Arguments, type Io } from '../command.ts'
import { printable } from '../output/terminal-text.ts'

export type CalloutWish = {
  readonly helo: string
  readonly sender: string
  readonly allowHosts: readonly string[]
}

const HOST = /^(?=.{4,253}$)[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i
const SENDER = /^[\w!#$%&'*+/=?^`{|}~.-]{1,64}@[a-z0-9.-]{3,253}$/i

/** Undefined where it is not wished. @throws UsageError where it is, and something is missing */
export async function readCallout(args: Arguments, io: Io): Promise<CalloutWish | undefined> {
  if (!args.has('callout')) return undefined
  const settings = await readSettings(args, io)
  if (!args.has('i-know-the-risk') && settings?.callout !== true) {
    throw new UsageError('--callout needs --i-know-the-risk', CALLOUT_RISK)
  }
  if (args.has('no-dns')) {
    throw new UsageError('--callout and --no-dns cannot go together', 'The DNS names the servers.')
  }
  const helo = args.value('helo') ?? settings?.calloutHelo ?? hostname()
  if (!HOST.test(helo)) {
    throw new UsageError(
      `'${printable(helo)}' is no name for --helo`, 'Write the full name of this host.')
  }
  const sender = args.value('callout-from') ?? ''
  if (sender !== '' && !SENDER.test(sender)) {
    throw new UsageError(`--callout-from cannot be '${printable(sender)}'`, 'It is an address.')
  }
  return { helo, sender, allowHosts: settings?.calloutAllowHosts ?? [] }
}

async function readSettings(args: Arguments, io: Io) {
  const file = args.value('config')
  if (file === undefined) return undefined
  const { loadConfig } = await import('../config.ts')
  return (await loadConfig(file, io))?.config.prevent
}

export async function openCallout(
  { helo, sender, allowHosts }: CalloutWish, dns: Dns, io: Io,
): Promise<Callout> {
  const state = io.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state')
  const options = { ...CALLOUT_DEFAULTS, helo, sender, allowHosts }
  const book = await openCalloutBook(join(state, 'carom', 'callout.json'), options, Date.now)
  const engine = createEngine()
  await io.stderr.write(`${CALLOUT_RISK}\n`)
  return createCallout(options, { dns, book, judge: engine.classify })
}
