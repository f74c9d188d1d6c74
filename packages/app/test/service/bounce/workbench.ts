// A real store, a Maildir, an SMTP server as relay and names as DNS would tell them: all that
// bouncing works with, for one test.

import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { Resolve } from '../../../src/service/bounce/authenticate.ts'
import { BOUNCE_DEFAULTS, type BounceOptions } from '../../../src/service/bounce/options.ts'
import type { BounceAnswer, BounceInput, Chosen } from '../../../src/service/bounce/types.ts'
import { createBouncing, type Bouncing } from '../../../src/service/bouncing.ts'
import { CONFIG_DEFAULTS } from '../../../src/service/config/defaults.ts'
import type { Config } from '../../../src/service/config/types.ts'
import type { SafeFetch } from '../../../src/service/deliver/safe-fetch.ts'
import { SILENT_LOG } from '../../../src/service/log.ts'
import { formatKey } from '../../../src/service/mailboxes/message-key.ts'
import type { Store } from '../../../src/service/store/types.ts'
import { openTemporaryStore } from '../temporary-store.ts'
import { resolve as zone } from './zone.ts'

export type Sent = {
  readonly envelopeSender: string
  readonly recipients: readonly string[]
  /** What MAIL FROM and RCPT TO carried beside the addresses. */
  readonly parameters: readonly object[]
  readonly bytes: Buffer
}

export type Sink = {
  readonly port: number
  readonly sent: Sent[]
  /** Answers the message itself with this; undefined takes it. `cut` closes the connection. */
  refusal: string | 'cut' | undefined
  /** Called with each message: it takes it by calling back. */
  taken: ((take: () => void) => void) | undefined
  readonly close: () => Promise<void>
}

export async function openSink(options: SMTPServerOptions = {}): Promise<Sink> {
  const sent: Sent[] = []
  const sink: Pick<Sink, 'refusal' | 'taken'> = { refusal: undefined, taken: undefined }
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'], authOptional: true, logger: false,
    onAuth: ({ username, password }, _session, done) =>
      done(password === 'right' ? null : new Error('wrong password'), { user: username }),
    onData(stream, { envelope: { mailFrom, rcptTo: recipients } }, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        if (sink.refusal === 'cut') {
          for (const { _socket } of server.connections as Set<{ _socket: { destroy(): void } }>) {
            _socket.destroy()
          }
          return
        }
        if (sink.refusal !== undefined) {
          done(Object.assign(new Error(sink.refusal), { responseCode: 550 }))
          return
        }
        sent.push({
          envelopeSender: mailFrom === false ? '' : mailFrom.address,
          recipients: recipients.map(({ address }) => address), bytes: Buffer.concat(pieces),
          parameters: [mailFrom, ...recipients].flatMap((one) =>
            one !== false && one.args !== false ? [one.args] : []),
        })
        if (sink.taken === undefined) done()
        else sink.taken(done)
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()))
  const { port } = server.server.address() as AddressInfo
  return Object.assign(sink, {
    port, sent, close: () => new Promise<void>((done) => server.close(() => done())),
  })
}

export type Workbench = Bouncing['api'] & {
  readonly store: Store
  readonly config: Config
  readonly sink: Sink
  readonly clock: { now: number }
  readonly maildir: string
  /** Puts a message into the mailbox; answers its key. */
  readonly put: (bytes: Uint8Array, folder?: string) => Promise<string>
  readonly files: (folder: string) => Promise<string[]>
  readonly bounce: (chosen: Chosen, more?: Partial<BounceInput>) => Promise<BounceAnswer>
  /** Another process at the same store. */
  readonly again: () => Promise<Bouncing>
}

export async function openWorkbench(t: TestContext, {
  bounce = {}, kind = 'sqlite', fetch, certificateAuthority, relay = {}, login = {},
  resolve = zone,
}: {
  readonly bounce?: Partial<BounceOptions>
  readonly kind?: Store['kind']
  readonly fetch?: SafeFetch['fetch']
  readonly certificateAuthority?: string
  /** How the relay differs from others. */
  readonly relay?: SMTPServerOptions
  readonly resolve?: Resolve
  readonly login?: { readonly user?: string; readonly password?: string }
} = {}): Promise<Workbench> {
  const sink = await openSink(relay)
  const { store, url, cleanup } = await openTemporaryStore({ kind })
  const maildir = await mkdtemp(join(tmpdir(), 'carom-maildir-'))
  for (const part of ['new', 'cur', 'tmp']) await mkdir(join(maildir, part))
  const authorityFile = join(maildir, 'authority.pem')
  if (certificateAuthority !== undefined) await writeFile(authorityFile, certificateAuthority)
  const clock = { now: Date.now() }
  const config = {
    ...CONFIG_DEFAULTS, store: { ...CONFIG_DEFAULTS.store, url },
    bounce: {
      ...BOUNCE_DEFAULTS, dryRun: false, host: 'mx.ours.example', ownDomains: ['ours.example'],
      ...bounce, relay: {
        host: '127.0.0.1', port: sink.port, security: 'plain' as const, timeoutMs: 10_000, ...login,
      },
    },
    mailboxes: {
      ...(certificateAuthority === undefined ? {} : { authorityFile }),
      maildirRoots: [], accounts: [{
        name: 'office', type: 'maildir' as const, path: maildir, security: 'tls' as const,
        addresses: ['office@ours.example'], bouncedFolder: 'Bounced',
      }],
    },
  }
  const again = (): Promise<Bouncing> => createBouncing(config, {
    store, log: SILENT_LOG, now: () => clock.now, resolve,
    ...(fetch === undefined ? {} : { fetch }),
  })
  const { api, stop } = await again()
  t.after(async () => {
    await stop()
    await sink.close()
    await cleanup()
    await rm(maildir, { recursive: true, force: true })
  })
  let count = 0
  return {
    ...api, store, config, sink, clock, maildir, again,
    async put(bytes, folder = 'INBOX') {
      count += 1
      const name = `${Math.floor(clock.now / 1000) - 60}.M${String(count).padStart(6, '0')}.mx`
      const path = folder === 'INBOX' ? maildir : join(maildir, `.${folder}`)
      for (const part of ['new', 'cur']) await mkdir(join(path, part), { recursive: true })
      await writeFile(join(path, 'cur', `${name}:2,`), bytes)
      return formatKey({ folder, name: [name] })
    },
    files: async (folder) => await readdir(join(maildir, folder)).catch(() => []),
    bounce: (chosen, more = {}) => api.bounces.bounce('default', 'key:test', {
      chosen, dryRun: false, lift: [], wording: {}, showBytes: true, ...more,
    }),
  }
}
