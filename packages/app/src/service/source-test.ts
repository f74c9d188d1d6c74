// Tries a source: logs in, reads, connects, or takes a signed sample through the checks and the
// decoder. Nothing of it is stored, so nothing of it can count.

import { createHmac } from 'node:crypto'
import { access, constants, glob } from 'node:fs/promises'
import { connect } from 'node:net'
import { createEngine, detectLog, readWebhook, type WebhookVendor } from '@carom/core'
import type { Config, SourceConfig, WebhookSource } from './config/types.ts'
import type { SourceTest } from './http/rows-of-set-up.ts'
import { testImap } from './intake/imap.ts'
import { openFile, readStart } from './intake/log/open-file.ts'
import { testPop3 } from './intake/pop3.ts'
import { createWebhookIntake } from './intake/webhook.ts'
import { signingKeyOf } from './intake/webhook/verify/index.ts'
import type { Log } from './log.ts'
import type { NewInput } from './store/types.ts'

type Step = SourceTest['steps'][number]
type Deps = { readonly log: Log; readonly now: () => number }

const CONNECT_MS = 5_000
const FILES_LOOKED_AT = 5
const BANNER_CHARS_MAX = 200

/** Undefined: there is no such source. */
export async function testSource(
  config: Config, id: string, deps: Deps,
): Promise<SourceTest | undefined> {
  const startedAt = performance.now()
  const steps = await stepsOf(config, id, deps)
  if (steps === undefined) return undefined
  return {
    ok: steps.length > 0 && steps.every(({ ok }) => ok), steps,
    tookMs: Math.round(performance.now() - startedAt),
  }
}

async function stepsOf(config: Config, id: string, deps: Deps): Promise<Step[] | undefined> {
  if (id === 'smtp' || id === 'lmtp') return await tryListener(config, id)
  if (id === 'http') return [{ name: 'answer', ok: true, detail: 'This answer came over it.' }]
  const source = config.sources.find(({ name }) => name === id)
  if (source === undefined) return undefined
  if (!source.enabled) {
    return [{ name: 'enabled', ok: false, detail: 'It is switched off in the configuration.' }]
  }
  return await tryConfigured(source, config, deps)
}

async function tryConfigured(
  source: SourceConfig, config: Config, deps: Deps,
): Promise<Step[]> {
  const own = { ...source, tenant: config.tenant, source: source.name }
  switch (own.type) {
    case 'imap': return mailSteps(await testImap(given(own)))
    case 'pop3': return mailSteps(await testPop3(given(own)))
    case 'maildir': return await tryPaths(own.folders)
    case 'mbox': return await tryPaths(own.files)
    case 'log': return await tryLogs(own.paths)
    case 'syslog': return await tryPort(own.host, own.port, false)
    case 'journald': return await tryPaths(['/run/log/journal', '/var/log/journal'], true)
    case 'webhook': return await tryWebhook(own, config, deps)
  }
}

function given<Settings extends object>(settings: Settings) {
  return Object.fromEntries(Object.entries(settings)
    .filter(([, value]) => value !== undefined)) as {
    [Key in keyof Settings]: Exclude<Settings[Key], undefined>
  }
}

function mailSteps(
  { ok, problem, mailboxes = [] }: {
    readonly ok: boolean; readonly problem?: string; readonly mailboxes?: readonly string[]
  },
): Step[] {
  const found = mailboxes.length === 0 ? '' : ` Mailboxes: ${mailboxes.slice(0, 20).join(', ')}.`
  return [{ name: 'log in', ok, detail: ok ? `It lets us in.${found}` : problem ?? 'It failed.' }]
}

async function tryPaths(paths: readonly string[], isAnyEnough = false): Promise<Step[]> {
  const steps: Step[] = []
  for (const path of paths) {
    try {
      await access(path, constants.R_OK)
      steps.push({ name: path, ok: true, detail: 'It can be read.' })
    } catch (error) {
      steps.push({ name: path, ok: false, detail: explain(error) })
    }
  }
  return isAnyEnough && steps.some(({ ok }) => ok) ? steps.filter(({ ok }) => ok) : steps
}

function explain(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'It does not exist; look at the path.'
  if (code === 'EACCES') return 'It may not be read by the user that runs Carom.'
  if (code === 'ECONNREFUSED') return 'Nothing listens there.'
  return message
}

async function tryLogs(paths: readonly string[]): Promise<Step[]> {
  const steps: Step[] = []
  for (const pattern of paths) {
    const names: string[] = []
    for await (const name of glob(pattern)) if (names.push(name) >= FILES_LOOKED_AT) break
    if (names.length === 0) {
      steps.push({ name: pattern, ok: false, detail: 'No file has this name.' })
    }
    for (const name of names) steps.push(await tryLog(name))
  }
  return steps
}

async function tryLog(name: string): Promise<Step> {
  try {
    const file = await openFile(name)
    if (file === undefined) return { name, ok: false, detail: 'It does not exist.' }
    try {
      const lines = await readStart(file)
      const mta = detectLog(lines)
      const isEmpty = lines.every((line) => line === '')
      return {
        name, ok: isEmpty || mta !== undefined,
        detail: isEmpty ? 'It can be read, and is empty yet.'
          : mta === undefined
            ? 'It can be read, but its first lines are of no mail server that is known.'
            : `It can be read, and ${mta} wrote it.`,
      }
    } finally {
      await file.close()
    }
  } catch (error) {
    return { name, ok: false, detail: explain(error) }
  }
}

async function tryListener(config: Config, id: 'smtp' | 'lmtp'): Promise<Step[] | undefined> {
  const { enabled, host, port } = config[id]
  return enabled ? await tryPort(host, port, true) : undefined
}

/** Connects to a port of our own, and reads what it says first. */
async function tryPort(host: string, port: number, speaksFirst: boolean): Promise<Step[]> {
  const at = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  const name = `${at}:${port}`
  return await new Promise((resolve) => {
    const socket = connect({ host: at, port, timeout: CONNECT_MS })
    const end = (ok: boolean, detail: string): void => {
      socket.destroy()
      resolve([{ name, ok, detail }])
    }
    socket.once('connect', () => { if (!speaksFirst) end(true, 'Something listens there.') })
    socket.once('data', (data) => {
      const banner = data.toString('latin1').split('\r\n', 1)[0]?.slice(0, BANNER_CHARS_MAX) ?? ''
      end(banner.startsWith('220'), `It answers: ${banner}`)
    })
    socket.once('timeout', () => end(false, 'It did not answer in time.'))
    socket.once('error', (error) => end(false, explain(error)))
    socket.once('close', () => end(false, 'It closed the connection.'))
  })
}

/** Bodies as these vendors post them; of the others only the proof is tried. */
const SAMPLES: Readonly<Partial<Record<WebhookVendor, object>>> = {
  generic: {
    email: 'somebody@carom-test.example', type: 'hard', id: 'carom-test',
    meta: { diagnostic: '550 5.1.1 User unknown' },
  },
  postmark: {
    RecordType: 'Bounce', ID: 1, Type: 'HardBounce', Email: 'somebody@carom-test.example',
    BouncedAt: '2026-01-01T00:00:00Z', Details: '550 5.1.1 User unknown',
  },
  resend: {
    type: 'email.bounced', created_at: '2026-01-01T00:00:00Z',
    data: {
      email_id: 'carom-test', to: ['somebody@carom-test.example'], subject: 'A test',
      bounce: { type: 'Permanent', message: '550 5.1.1 User unknown' },
    },
  },
}

async function tryWebhook(
  source: WebhookSource & { readonly tenant: string }, { http: { publicUrl } }: Config,
  { log, now }: Deps,
): Promise<Step[]> {
  const { name, vendor } = source
  const bytes = Buffer.from(JSON.stringify(SAMPLES[vendor] ?? { test: true }))
  const headers = signedHeaders(source, bytes, now())
  if (headers === undefined) {
    return [{
      name: 'signature', ok: false,
      detail: 'Only the vendor can sign for this source: use its own test button, and look at ' +
        'the last events here.',
    }]
  }
  const taken: NewInput[] = []
  const intake = createWebhookIntake({ sources: [source], publicUrl }, {
    log, now, wake: () => undefined, store: {
      ingest: async (inputs) => {
        taken.push(...inputs)
        return { ids: inputs.map((_, index) => index + 1) }
      },
    },
  })
  const { status, body = '' } = await intake.receive({
    source: name, method: 'POST', url: `/hooks/${name}`, ip: '127.0.0.1', body: bytes,
    headers: { 'content-type': 'application/json', ...headers },
  })
  const isTaken = status < 300
  const proof: Step = {
    name: 'proof', ok: isTaken, detail: isTaken ? 'A sample with the right proof is taken.'
      : `A sample was refused with ${status}: ${body.trim()}`,
  }
  if (!isTaken || SAMPLES[vendor] === undefined) return [proof]
  const { events } = readWebhook(
    createEngine(), vendor, { bytes, contentType: 'application/json' })
  const reason = events[0]?.reason
  return [proof, {
    name: 'decoder', ok: reason === 'mailbox-unknown' && taken.length === 1,
    detail: reason === undefined ? 'Nothing was read in the sample.'
      : `The sample is read as ${reason}; it was not stored.`,
  }]
}

/** What a sender with the right secret would send along; undefined: only the vendor can. */
function signedHeaders(
  { vendor, secret, user, password }: WebhookSource, bytes: Uint8Array, now: number,
): Record<string, string> | undefined {
  const basic: Record<string, string> = user === undefined && password === undefined ? {} : {
    authorization: `Basic ${Buffer.from(`${user ?? ''}:${password ?? ''}`).toString('base64')}`,
  }
  const key = signingKeyOf(vendor)
  if (key === 'topics' || key === 'publicKey') return undefined
  if (secret?.startsWith('whsec_') === true) {
    const id = 'carom-test'
    const timestamp = String(Math.floor(now / 1000))
    const hmac = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    const signature = hmac.update(`${id}.${timestamp}.`).update(bytes).digest('base64')
    const signed = { id, timestamp, signature: `v1,${signature}` }
    return Object.fromEntries(['webhook', 'svix'].flatMap((prefix) =>
      Object.entries(signed).map(([field, value]) => [`${prefix}-${field}`, value])))
  }
  if (key === 'secret' && secret !== undefined) return undefined
  return secret === undefined ? basic : { ...basic, 'x-carom-token': secret }
}
