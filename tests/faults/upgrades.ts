// Faults of what people do to a service: upgrades, rotated keys, restored copies (F23, F28, F30).

import { copyFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { connect as connectTls } from 'node:tls'
import { writeCertificate } from '../../packages/app/test/service/intake/smtp/certificates.ts'
import { openDialog } from '../../packages/app/test/service/intake/smtp/dialog.ts'
import { BOTH, type Effort, type Fault } from './fault.ts'
import type { Violation } from './harness/check.ts'
import { makeInputs, returnPath, TOKEN_KEYS_LINE } from './harness/inputs.ts'
import { openForCheck } from './harness/look.ts'
import type { Round } from './harness/round.ts'

export const UPGRADES: readonly Fault[] = [
  {
    id: 'F23', name: 'killed while it migrates', stores: BOTH, short: { sqlite: 1 },
    how: 'CAROM_FAILPOINT=migrate.statement|before|after; then a store of the future',
    run: killMigrating,
  },
  {
    id: 'F28', name: 'keys and certificates changed', stores: ['sqlite'], short: { sqlite: 1 },
    how: 'SIGHUP under load after a new certificate and a new token key were written',
    config: 'smtp: { enabled: true, port: 0, domains: [bounces.example.com], ' +
      'tls: { certFile: cert.pem, keyFile: key.pem } }',
    run: changeKeys,
  },
  {
    id: 'F30', name: 'restored from a copy', stores: ['sqlite'], short: { sqlite: 1 },
    how: 'a copy made under load (VACUUM INTO) put in place; sources hand in all once more',
    run: restore,
  },
]

const MIGRATING = [
  'migrate.statement:1', 'migrate.before:1', 'migrate.after:1', 'migrate.statement:5',
  'migrate.before:2', 'migrate.statement:12', 'migrate.after:2',
]

async function killMigrating(round: Round, { times, inputs }: Effort): Promise<Violation[]> {
  const found: Violation[] = []
  round.configure()
  for (let time = 0; time < Math.min(times, MIGRATING.length); time++) {
    await round.start({ failpoint: MIGRATING[time] ?? '', mayDie: true })
    if (round.hasService && round.service.isRunning()) await round.service.kill()
  }
  await round.begin()
  await round.handOver(makeInputs(round.random, inputs))
  await round.service.stop()
  const store = await openForCheck(round.storeUrl)
  try {
    await store.write((tx) => tx.run(
      `INSERT INTO carom_migrations (id, applied_at) VALUES ('9999-future', 1)`))
    try {
      await round.start()
      found.push('I8: it started on a store of the future')
    } catch (error) {
      if (!/ended with 1: .*9999-future/s.test((error as Error).message)) throw error
    }
    await store.write((tx) => tx.run(`DELETE FROM carom_migrations WHERE id = '9999-future'`))
  } finally {
    await store.close()
  }
  await round.restart()
  return found
}

async function changeKeys(round: Round, { times, inputs }: Effort): Promise<Violation[]> {
  const found: Violation[] = []
  const [certFile, keyFile] = [join(round.folder, 'cert.pem'), join(round.folder, 'key.pem')]
  await writeCertificate('first.example', { certFile, keyFile })
  await round.begin()
  for (let time = 0; time < times; time++) {
    const handing = round.handOver(makeInputs(round.random, inputs, undefined, time * inputs))
    const name = `next${time}.example`
    await writeCertificate(name, { certFile, keyFile })
    const secret = `${time}${'ab'.repeat(20)}`.slice(0, 32)
    writeFileSync(join(round.folder, 'token.keys'), `b ${secret}\n${TOKEN_KEYS_LINE}\n`)
    round.service.signal('SIGHUP')
    const { smtpPort } = round.service
    found.push(
      ...await expectSoon(
        `the certificate of ${name}`, async () => await nameAt(smtpPort) === name),
      ...await expectSoon('a token of the new key', async () => {
        const keys = [{ id: 'b', secret: Buffer.from(secret, 'hex') }]
        return await isTaken(smtpPort, returnPath('somebody@example.org', keys))
      }))
    await handing
  }
  return found
}

const SOON_MS = 15_000

async function expectSoon(what: string, holds: () => Promise<boolean>): Promise<Violation[]> {
  const deadline = performance.now() + SOON_MS
  while (!await holds()) {
    if (performance.now() > deadline) return [`I8: ${what} is not taken after SIGHUP`]
    await sleep(100)
  }
  return []
}

/** The name in the certificate that is shown after STARTTLS. */
async function nameAt(port: number): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  const next = (): Promise<unknown> => new Promise((resolve) => { socket.once('data', resolve) })
  await next()
  socket.write('EHLO a.example\r\n')
  await next()
  socket.write('STARTTLS\r\n')
  await next()
  const tls = connectTls({ socket, rejectUnauthorized: false })
  await new Promise((resolve) => { tls.once('secureConnect', resolve) })
  const { CN } = tls.getPeerCertificate().subject
  tls.destroy()
  return String(CN)
}

async function isTaken(port: number, recipient: string): Promise<boolean> {
  const dialog = await openDialog(port)
  try {
    await dialog.ask('EHLO a.example')
    await dialog.ask('MAIL FROM:<>')
    return (await dialog.ask(`RCPT TO:<${recipient}>`)).startsWith('250')
  } finally {
    dialog.end()
  }
}

async function restore(round: Round, { times, inputs }: Effort): Promise<void> {
  await round.begin()
  const { folder, storeUrl } = round
  for (let time = 0; time < times; time++) {
    const lot = makeInputs(round.random, inputs, undefined, time * inputs)
    const handing = round.handOver(lot)
    await sleep(round.random.whole(50, 800))
    const copy = join(folder, `copy${time}.sqlite`)
    const database = new DatabaseSync(storeUrl, { readOnly: true, timeout: 20_000 })
    database.prepare('VACUUM INTO ?').run(copy)
    database.close()
    const told = round.consumer.received.length
    await handing
    await round.service.kill()
    for (const name of readdirSync(folder).filter((one) => one.startsWith('carom.db'))) {
      rmSync(join(folder, name))
    }
    copyFileSync(copy, storeUrl)
    // What was told of what is no more was told by another life.
    round.consumer.received.length = told
    await round.restart()
    // All but the log, which is read once more from where the copy knows it.
    for (const input of round.inputs.filter(({ channel }) => channel !== 'log')) {
      while ((await round.handOnce(input)).kind !== 'acked') await sleep(100)
    }
  }
}
