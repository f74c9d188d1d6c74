// Sends the mails that wait: each with a new token, of which the store keeps the hash alone; tried
// again while the relay is away.

import { makeReturnPath } from '@carom/core'
import { newId, newToken } from '../access/tokens.ts'
import type { RelayOutcome } from '../bounce/relay.ts'
import { composeMail } from './compose.ts'
import type { OptinDeps } from './deps.ts'
import { mailOf, titleOf, type OptinOptions } from './options.ts'
import { addLink, type OptinDbRow } from './records.ts'
import { sweepOptins } from './stats.ts'

export type Mailer = {
  readonly start: () => void
  /** There is a mail to send. */
  readonly wake: () => void
  readonly stop: () => Promise<void>
}

const AT_ONCE = 8
/** A mail that a process took is another's after this time. */
const LEASE_MS = 300_000
const LOOK_MS = 15_000
const SWEEP_MS = 3_600_000
const DAY_MS = 86_400_000
const TRIES_MAX = 8
const WAIT_MS = 30_000

export function createMailer(options: OptinOptions, deps: OptinDeps): Mailer {
  const { store, now, log } = deps
  let running: Promise<void> | undefined
  let isAsked = false
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let sweptAt = Number.NEGATIVE_INFINITY
  const work = async (): Promise<void> => {
    isAsked = false
    for (;;) {
      const rows = isStopped ? [] : await claim(deps)
      await Promise.all(rows.map((row) => sendOrSettle(options, deps, row)))
      if (rows.length < AT_ONCE) break
    }
    if (now() - sweptAt < SWEEP_MS) return
    sweptAt = now()
    await store.write((tx) => sweepOptins(tx, options.keepPendingDays * DAY_MS, now()))
  }
  const wake = (): void => {
    isAsked = true
    if (isStopped || running !== undefined) return
    running = work().catch((error: unknown) => {
      log.warn('mails to confirm could not be sent; they are tried again', { error })
    }).finally(() => {
      running = undefined
      if (isAsked) wake()
    })
  }
  return {
    wake,
    start() {
      timer = setInterval(wake, LOOK_MS).unref()
      wake()
    },
    async stop() {
      isStopped = true
      clearInterval(timer)
      await running
    },
  }
}

/** Takes mails that are due; two processes never take the same. */
async function claim({ store, relay, now }: OptinDeps): Promise<readonly OptinDbRow[]> {
  if (relay === undefined) return []
  return await store.write(async (tx) => {
    const due = await tx.all<OptinDbRow>(
      `SELECT * FROM optins WHERE mail_state = 'waiting' AND mail_next_at <= ?
        AND expires_at > ? ORDER BY mail_next_at LIMIT ?`, [now(), now(), AT_ONCE])
    const taken: OptinDbRow[] = []
    for (const row of due) {
      const { changes } = await tx.run(
        `UPDATE optins SET mail_next_at = ? WHERE id = ? AND mail_state = 'waiting'
          AND mail_next_at = ?`, [now() + LEASE_MS, row.id, Number(row.mail_next_at)])
      if (changes > 0) taken.push(row)
    }
    return taken
  })
}

/** A mail that cannot be made or handed over holds up no other, and is given up in the end. */
async function sendOrSettle(
  options: OptinOptions, deps: OptinDeps, row: OptinDbRow,
): Promise<void> {
  try {
    await send(options, deps, row)
  } catch (error) {
    deps.log.warn('a mail to confirm could not be sent; it is tried again', { error })
    await settle(deps, row, { state: 'failed', answer: 'It could not be made; see the log.' })
  }
}

async function send(options: OptinOptions, deps: OptinDeps, row: OptinDbRow): Promise<void> {
  const { store, now, ledger, relay, publicUrl } = deps
  const { id, tenant, address, list, language, mail_to: to } = row
  const from = options.from
  if (relay === undefined || from === undefined) return
  const token = newToken()
  const expiresAt = Number(row.expires_at)
  const messageId = `${newId('optin')}@${domainOf(from)}`
  await store.write((tx) =>
    addLink(tx, token, { tenant, optin: id, address, list, language, expires_at: expiresAt }))
  // Before it goes out: a bounce may be here sooner than the relay's answer.
  await ledger.registerSends(tenant, [{
    recipient: to, messageId, sentAt: now(), list, campaign: 'optin', fromDomain: domainOf(from),
  }])
  const bytes = await composeMail({
    from, fromName: options.fromName ?? '', to, title: titleOf(options, list), language,
    url: `${publicUrl}/optin/confirm?t=${token}`, expiresAt, messageId, now: now(),
    own: mailOf(options, list, language),
  })
  const outcome = await relay.send({
    envelopeSender: envelopeSenderOf(options, deps, row, from), to, bytes,
    needsSmtpUtf8: /[^\x00-\x7f]/.test(to),
  })
  await settle(deps, row, outcome)
}

function envelopeSenderOf(
  { returnPath }: OptinOptions, { tokenKeys, now }: OptinDeps,
  { tenant, list, mail_to: recipient }: OptinDbRow, from: string,
): string {
  const keys = tokenKeys().filter((key) => (key.tenant ?? 'default') === tenant)
  if (returnPath === undefined || keys.length === 0) return from
  const made = makeReturnPath({ ...returnPath, keys, recipient, list, now: now() })
  return made.kind === 'made' ? made.address : from
}

async function settle(
  { store, now }: OptinDeps, row: OptinDbRow, { state, answer }: RelayOutcome,
): Promise<void> {
  const tries = Number(row.mail_tries) + 1
  // Where the relay may have it, a second mail would be one too many: the person can ask for it.
  const mayTryAgain = state === 'failed' && !answer.startsWith('5') && tries < TRIES_MAX
  const next = mayTryAgain ? 'waiting' : state === 'failed' ? 'failed' : 'sent'
  await store.write((tx) => tx.run(
    `UPDATE optins SET mail_state = ?, mail_next_at = ?, mail_tries = ?, mail_answer = ?
      WHERE id = ? AND mail_state = 'waiting' AND asked_at = ?`,
    [next, now() + WAIT_MS * 2 ** tries, tries, answer, row.id, Number(row.asked_at)]))
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}
