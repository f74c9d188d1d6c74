// One-time codes of authenticator apps (RFC 6238), and recovery codes for when the app is gone.

import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { renderSVG } from 'uqr'
import type { Store, Tx } from '../store/types.ts'
import type { TotpAccess } from './access.ts'
import { writeAudited } from './audit.ts'
import { AccessError } from './errors.ts'
import { assertLocal, findUser } from './records.ts'
import { hashToken } from './tokens.ts'
import type { Identity } from './types.ts'

const PERIOD_SECONDS = 30
const SECRET_BYTES = 20
const RECOVERY_CODES = 10
/** 80 bits: nothing to be guessed, so that a fast hash is enough. */
const RECOVERY_BYTES = 10

/** What access keeps of a user's app. */
type TotpRow = { readonly id: string; readonly totp_secret: string | null }

export function createTotp(store: Store, now: () => number): TotpAccess {
  const change = <Result>(
    { user }: Identity, action: string, work: (tx: Tx) => Promise<Result | undefined>,
  ): Promise<Result | undefined> =>
    writeAudited(store, user.tenant, now(), async (tx, audit) => {
      const result = await work(tx)
      const actor = `user:${user.name}`
      if (result !== undefined) audit({ actor, action, detail: { user: user.name } })
      return result
    })
  return {
    async begin({ user }) {
      assertLocal(user)
      const secret = Secret.fromHex(randomBytes(SECRET_BYTES).toString('hex')).base32
      const { changes } = await store.write((tx) => tx.run(
        'UPDATE users SET totp_pending = ? WHERE id = ? AND totp_secret IS NULL',
        [secret, user.id]))
      if (changes === 0) throw new AccessError('totp-active')
      const uri = codesOf(secret, user.name).toString()
      return { secret, uri, qrSvg: renderSVG(uri, { ecc: 'M', border: 2 }) }
    },
    async confirm(identity, code) {
      const { id } = identity.user
      const recoveryCodes = await change(identity, 'totp-added', async (tx) => {
        const row = await findUser(tx, 'id', id)
        if (row?.totp_secret !== null) throw new AccessError('totp-active')
        const step = row.totp_pending === null ? undefined : stepOf(row.totp_pending, code, now())
        if (step === undefined) return undefined
        await tx.run(
          'UPDATE users SET totp_secret = totp_pending, totp_pending = NULL, totp_step = ? ' +
          'WHERE id = ?', [step, id])
        return await renewRecoveryCodes(tx, id)
      })
      if (recoveryCodes === undefined) throw new AccessError('second-factor-invalid')
      return { recoveryCodes }
    },
    async remove(identity) {
      const { id } = identity.user
      const removed = await change(identity, 'totp-removed', async (tx) => {
        const { changes } = await tx.run(
          'UPDATE users SET totp_secret = NULL, totp_pending = NULL, totp_step = NULL ' +
          'WHERE id = ? AND totp_secret IS NOT NULL', [id])
        if (changes === 0) return undefined
        await dropUselessCodes(tx, id)
        return true
      })
      return removed === true
    },
    async renewRecoveryCodes(identity) {
      assertLocal(identity.user)
      const codes = await change(identity, 'recovery-codes-made', (tx) =>
        renewRecoveryCodes(tx, identity.user.id))
      return codes ?? []
    },
  }
}

/** Whether a code is right and was not used before: it is used up by that. */
export async function useTotp(
  tx: Tx, { id, totp_secret: secret }: TotpRow, code: string, now: number,
): Promise<boolean> {
  const step = secret === null ? undefined : stepOf(secret, code, now)
  if (step === undefined) return false
  const { changes } = await tx.run(
    'UPDATE users SET totp_step = ? WHERE id = ? AND (totp_step IS NULL OR totp_step < ?)',
    [step, id, step])
  return changes > 0
}

export async function useRecoveryCode(tx: Tx, userId: string, code: string): Promise<boolean> {
  const { changes } = await tx.run(
    'DELETE FROM recovery_codes WHERE user_id = ? AND hash = ?', [userId, hashRecovery(code)])
  return changes > 0
}

/** New codes in place of all before. */
export async function renewRecoveryCodes(tx: Tx, userId: string): Promise<readonly string[]> {
  await tx.run('DELETE FROM recovery_codes WHERE user_id = ?', [userId])
  const codes = Array.from({ length: RECOVERY_CODES }, () => {
    const secret = new Secret({ buffer: Uint8Array.from(randomBytes(RECOVERY_BYTES)).buffer })
    return secret.base32.toLowerCase().replace(/(.{4})(?!$)/g, '$1-')
  })
  for (const code of codes) {
    await tx.run('INSERT INTO recovery_codes (user_id, hash) VALUES (?, ?)',
      [userId, hashRecovery(code)])
  }
  return codes
}

/** Codes that stand for no factor would only be another way in. */
export async function dropUselessCodes(tx: Tx, userId: string): Promise<void> {
  const row = await findUser(tx, 'id', userId)
  if (row === undefined || row.totp_secret !== null || Number(row.passkeys) > 0) return
  await tx.run('DELETE FROM recovery_codes WHERE user_id = ?', [userId])
}

function codesOf(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: 'Carom', label, secret: Secret.fromBase32(secret), period: PERIOD_SECONDS,
    algorithm: 'SHA1', digits: 6,
  })
}

/** The time step that a code belongs to; clocks may be one step apart. */
function stepOf(secret: string, code: string, now: number): number | undefined {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const delta = codesOf(secret, '').validate({ token, timestamp: now, window: 1 })
  return delta === null ? undefined : Math.floor(now / 1000 / PERIOD_SECONDS) + delta
}

// Written as people write them: with or without dashes, in either case.
function hashRecovery(code: string): string {
  return hashToken(code.replaceAll(/[\s-]/g, '').toLowerCase())
}
