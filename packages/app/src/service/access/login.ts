// Logging in: by password with a second factor where there is one, by passkey, by the identity
// provider. What is wrong is not told, nor by the time that it takes.

import type { Tx } from '../store/types.ts'
import type { LoginAccess, PasskeyAnswer } from './access.ts'
import type { Attempts } from './attempts.ts'
import { writeAudited } from './audit.ts'
import { AccessError } from './errors.ts'
import { createFailures } from './failures.ts'
import type { Oidc } from './oidc.ts'
import { admitSubject, judgeClaims } from './oidc-users.ts'
import type { AccessDeps, AccessOptions } from './options.ts'
import type { Passkeys } from './passkeys.ts'
import type { Passwords } from './passwords.ts'
import { factorsOf, findUser, type UserRow } from './records.ts'
import type { Sessions } from './sessions.ts'
import { useRecoveryCode, useTotp } from './totp.ts'
import type { LoginMethod, OpenedSession, Origin } from './types.ts'

export type LoginParts = {
  readonly attempts: Attempts
  readonly passwords: Passwords
  readonly sessions: Sessions
  readonly passkeys: Passkeys
  readonly oidc: Oidc | undefined
}

type Given = Parameters<LoginAccess['withPassword']>[0]

/** Which factor was shown beside the password, for the audit. */
type Shown = { readonly factor?: 'totp' | 'recovery-code' | 'passkey' }

export function createLogin(
  options: AccessOptions, deps: AccessDeps, parts: LoginParts,
): LoginAccess {
  const { store, now, pause = pauseMs } = deps
  const { attempts, passwords, sessions, passkeys, oidc } = parts
  const failures = createFailures(options.tenant, deps)
  return {
    async withPassword(given, origin) {
      const name = given.name.toLowerCase()
      const delay = attempts.begin(name, origin.ip)
      if (delay > 0) await pause(delay)
      const row = await findUser(store, 'name', name)
      const isRight = await passwords.verify(given.password, row?.password ?? undefined)
      if (!isRight || row === undefined || Number(row.disabled) === 1) {
        await failures.note(row, origin, 'password')
        throw new AccessError('credentials-invalid')
      }
      const shown = await showFactor(row, given, { ...parts, deps }).catch(async (error) => {
        if (isWrongFactor(error)) await failures.note(row, origin, 'second-factor')
        else attempts.succeeded(name, origin.ip)
        throw error
      })
      attempts.succeeded(name, origin.ip)
      const renewed = passwords.isOutdated(row.password ?? '')
        ? await passwords.rehash(given.password) : undefined
      return await openFor(row, { method: 'password', origin, ...shown }, {
        ...parts, deps, besides: async (tx) => {
          if (renewed === undefined) return
          await tx.run('UPDATE users SET password = ? WHERE id = ? AND password = ?',
            [renewed, row.id, row.password])
        },
      })
    },
    passkeyOptions: (page) => passkeys.loginOptions(page),
    async withPasskey({ page, ...answer }, origin) {
      // One network that tries is slowed; no name is known yet.
      attempts.begin(' passkey', origin.ip)
      const row = await passkeys.prove(answer, page)
      if (row === undefined || Number(row.disabled) === 1 || row.oidc_subject !== null) {
        await failures.note(row, origin, 'passkey')
        throw new AccessError('credentials-invalid')
      }
      attempts.succeeded(' passkey', origin.ip)
      return await openFor(row, { method: 'passkey', origin }, { ...parts, deps })
    },
    async beginOidc(next) {
      if (oidc === undefined) throw new AccessError('not-found')
      return await oidc.begin(next)
    },
    async finishOidc(query, binding, origin) {
      if (oidc === undefined || options.oidc === undefined) throw new AccessError('not-found')
      const { claims, issuer, next } = await oidc.finish(query, binding)
      const { tenant } = options
      const who = { issuer, subject: claims.sub, tenant, now: now() }
      const judged = judgeClaims(claims, options.oidc)
      const opened = await writeAudited(store, tenant, now(), async (tx, audit) => {
        const { row, isChanged } = await admitSubject(tx, audit, { ...who, ...judged })
        if (isChanged) await sessions.endAll(tx, row.id)
        await noteLogin(tx, row, now())
        audit(loginNote(row, { method: 'oidc', origin }))
        return await sessions.open(tx, row, { method: 'oidc', origin })
      })
      sessions.recheck()
      return { opened, next }
    },
  }
}

type How = Shown & { readonly method: LoginMethod; readonly origin: Origin }

async function openFor(
  row: UserRow, how: How,
  { deps: { store, now }, sessions, besides }: {
    readonly deps: AccessDeps; readonly sessions: Sessions
    readonly besides?: (tx: Tx) => Promise<void>
  },
): Promise<OpenedSession> {
  return await writeAudited(store, row.tenant, now(), async (tx, audit) => {
    // It may have been disabled, or reset, since it was read.
    const again = await findUser(tx, 'id', row.id)
    const isSame = again !== undefined && Number(again.disabled) === 0 &&
      (how.method === 'password'
        ? again.password === row.password : Number(again.passkeys) > 0)
    if (!isSame) throw new AccessError('credentials-invalid')
    await besides?.(tx)
    await noteLogin(tx, again, now())
    audit(loginNote(again, how))
    return await sessions.open(tx, again, how)
  })
}

async function noteLogin(tx: Tx, { id }: UserRow, now: number): Promise<void> {
  await tx.run('UPDATE users SET last_login_at = ? WHERE id = ?', [now, id])
}

function loginNote({ name }: UserRow, { method, origin, factor }: How) {
  return {
    actor: `user:${name}`, action: 'login',
    detail: { user: name, method, ...(factor === undefined ? {} : { factor }), ip: origin.ip },
  }
}

/** @throws AccessError where a second factor is missing or wrong */
async function showFactor(
  row: UserRow, { code, passkey, page }: Given,
  { attempts, passkeys, deps }: LoginParts & { readonly deps: AccessDeps },
): Promise<Shown> {
  const factors = factorsOf(row)
  if (factors.length === 0) return {}
  if (code === undefined && passkey === undefined) {
    throw new AccessError('second-factor-needed', { factors })
  }
  // Whoever tries codes knows the password, so that nobody else can use this up.
  attempts.beginFactor(row.name)
  const factor = code === undefined
    ? await proveOwn(passkeys, row, passkey as PasskeyAnswer, page)
    : await useCode(row, code, deps)
  if (factor === undefined) throw new AccessError('second-factor-invalid')
  attempts.factorSucceeded(row.name)
  return { factor }
}

async function proveOwn(
  passkeys: Passkeys, row: UserRow, answer: PasskeyAnswer, page: string | undefined,
): Promise<'passkey' | undefined> {
  const proved = await passkeys.prove(answer, page)
  return proved?.id === row.id ? 'passkey' : undefined
}

async function useCode(
  row: UserRow, code: string, { store, now }: AccessDeps,
): Promise<'totp' | 'recovery-code' | undefined> {
  return await store.write(async (tx) => {
    if (await useTotp(tx, row, code, now())) return 'totp'
    return await useRecoveryCode(tx, row.id, code) ? 'recovery-code' : undefined
  })
}

function isWrongFactor(error: unknown): boolean {
  return error instanceof AccessError && error.code === 'second-factor-invalid'
}

async function pauseMs(ms: number): Promise<void> {
  await new Promise((resolve) => { setTimeout(resolve, ms) })
}
