// `carom serve --demo`: a service of its own with a history, in a folder that goes with it. Nothing
// of the user's configuration or store is read.

import { rmSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../service/config/read.ts'
import type { Config } from '../../service/config/types.ts'
import {
  DEMO_AUTHSERV, DEMO_OFFICE, writeDemoMailbox,
} from '../../service/demo/mailbox.ts'
import {
  DEMO_RECEIVERS_HOST, openDemoReceivers, type DemoReceivers,
} from '../../service/demo/receivers.ts'
import { UsageError, type Arguments, type Io } from '../command.ts'

export type Demo = {
  readonly config: Config
  /** Takes the folder away, and those who are told of changes. */
  readonly remove: () => Promise<void>
}

/** Undefined where none is asked for. */
export async function makeDemo(args: Arguments, io: Io): Promise<Demo | undefined> {
  if (!args.has('demo')) return undefined
  if (args.value('store') !== undefined || args.value('config') !== undefined) {
    throw new UsageError('--demo has a store and settings of its own',
      'Leave --store and --config out.')
  }
  const folder = await mkdtemp(join(tmpdir(), 'carom-demo-'))
  const receivers = await openDemoReceivers()
  const remove = async (): Promise<void> => {
    receivers.close()
    await rm(folder, { recursive: true, force: true })
  }
  const port = args.value('port')
  const result = readConfig({ nearest: () => undefined, env: {
    CAROM_STORE: join(folder, 'carom-demo.db'), CAROM_LOG_LEVEL: 'warn',
    ...(port === undefined ? {} : { CAROM_HTTP_PORT: port }), ...mailboxSettings(folder),
    ...receiverSettings(receivers),
  } })
  if (result.kind === 'wrong') {
    await remove()
    throw new UsageError(result.problems.map(({ message }) => message).join('; '),
      'Choose a port from 0 to 65535.')
  }
  const giveUp = (): void => {
    rmSync(folder, { recursive: true, force: true })
    process.exit(1)
  }
  for (const signal of SIGNALS) process.once(signal, giveUp)
  try {
    await fill(result.config, { folder, receivers }, io)
  } catch (error) {
    await remove()
    throw error
  } finally {
    for (const signal of SIGNALS) process.off(signal, giveUp)
  }
  return { config: result.config, remove }
}

const MAILDIR = 'office'

/** Without a relay nothing can leave: all that is bounced here is shown only. */
function mailboxSettings(folder: string): Record<string, string> {
  return {
    CAROM_MAILBOXES_ACCOUNTS: JSON.stringify([{
      name: 'office', type: 'maildir', path: join(folder, MAILDIR), addresses: [DEMO_OFFICE],
    }]),
    CAROM_BOUNCE_HOST: DEMO_AUTHSERV, CAROM_BOUNCE_AUTHSERV_IDS: DEMO_AUTHSERV,
  }
}

/** Nothing on the inside is asked but they. */
function receiverSettings({ port }: DemoReceivers): Record<string, string> {
  return {
    CAROM_DELIVER_ALLOW_HOSTS: DEMO_RECEIVERS_HOST, CAROM_DELIVER_ALLOW_HTTP: 'true',
    CAROM_DELIVER_ALLOW_PORTS: JSON.stringify([80, 443, port]),
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const

async function fill(
  config: Config,
  { folder, receivers: { endpoints } }: {
    readonly folder: string; readonly receivers: DemoReceivers
  },
  io: Io,
): Promise<void> {
  await io.stderr.write('Five months of mail are being lived through …\n')
  const { fillDemo } = await import('../../service/demo/fill.ts')
  await writeDemoMailbox(join(folder, MAILDIR), Date.now())
  const { sends, inputs } = await fillDemo(config, { now: Date.now(), endpoints })
  await io.stderr.write(`${sends.toLocaleString('en')} messages were sent, and ${
    inputs.toLocaleString('en')} inputs told of them. All names end in .example; it is thrown ` +
    'away at the end.\n')
}
