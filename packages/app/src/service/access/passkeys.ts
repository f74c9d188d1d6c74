// Passkeys (WebAuthn 3): discoverable, and only with the user verified by device, finger or PIN, so
// that one alone is as good as a password with a second factor.

import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Store, Tx } from '../store/types.ts'
import type { PasskeyAccess, PasskeyAnswer, WebAuthnJson } from './access.ts'
import { writeAudited } from './audit.ts'
import type { Challenges } from './challenges.ts'
import { AccessError } from './errors.ts'
import { assertLocal, factorsOf, findUser, type UserRow } from './records.ts'
import { dropUselessCodes, renewRecoveryCodes } from './totp.ts'
import type { Identity, Passkey } from './types.ts'

export type Passkeys = PasskeyAccess & {
  readonly loginOptions: (page: string | undefined) => Promise<WebAuthnJson>
  /** Whose passkey it is; undefined where anything about it is wrong. */
  readonly prove: (
    answer: PasskeyAnswer, page: string | undefined,
  ) => Promise<UserRow | undefined>
}

type Row = {
  readonly id: string
  readonly user_id: string
  readonly name: string
  readonly public_key: Uint8Array
  readonly counter: number
  readonly transports: string
  readonly backed_up: number
  readonly created_at: number
  readonly last_used_at: number | null
}

const PER_USER_MAX = 20
const TIMEOUT_MS = 300_000
/** EdDSA, ES256 and RS256 (RFC 9053 §2, RFC 8812 §2); newer ones are experiments of Node. */
const ALGORITHMS = [-8, -7, -257]

export function createPasskeys(
  store: Store, now: () => number, challenges: Challenges,
): Passkeys {
  const rowsOf = (userId: string): Promise<Row[]> => store.all<Row>(
    'SELECT * FROM passkeys WHERE user_id = ? ORDER BY created_at, id', [userId])
  return {
    isAvailable: (page) => page !== undefined,
    list: async (userId) => (await rowsOf(userId)).map(toPasskey),
    async options({ user }, page) {
      assertLocal(user)
      const { generateRegistrationOptions } = await import('@simplewebauthn/server')
      const known = await rowsOf(user.id)
      const options = await generateRegistrationOptions({
        rpName: 'Carom', rpID: rpIdOf(page), userName: user.name, userDisplayName: user.name,
        userID: new TextEncoder().encode(user.id), timeout: TIMEOUT_MS,
        excludeCredentials: known.map(({ id }) => ({ id })),
        supportedAlgorithmIDs: ALGORITHMS,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      })
      await challenges.put('passkey-new', options.challenge, { userId: user.id })
      return { ...options }
    },
    async register(identity, { name, response, page }) {
      const row = await readNew(identity, response, { page, challenges, now })
      return await addPasskey(store, identity, { ...row, name }, now())
    },
    async remove({ user }, id) {
      return await writeAudited(store, user.tenant, now(), async (tx, audit) => {
        const { changes } = await tx.run(
          'DELETE FROM passkeys WHERE user_id = ? AND id = ?', [user.id, id])
        if (changes === 0) return false
        await dropUselessCodes(tx, user.id)
        audit({ actor: `user:${user.name}`, action: 'passkey-removed', detail: { passkey: id } })
        return true
      })
    },
    async loginOptions(page) {
      const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
      // No list of passkeys: it would tell who has some.
      const options = await generateAuthenticationOptions({
        rpID: rpIdOf(page), userVerification: 'required', timeout: TIMEOUT_MS,
      })
      await challenges.put('passkey-login', options.challenge, {})
      return { ...options }
    },
    prove: ({ response }, page) => provePasskey(response, { page, store, challenges, now }),
  }
}

async function provePasskey(
  response: WebAuthnJson,
  { page, store, challenges, now }: {
    readonly page: string | undefined; readonly store: Store
    readonly challenges: Challenges; readonly now: () => number
  },
): Promise<UserRow | undefined> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const row = await findPasskey(store, response['id'])
  const given = response as unknown as AuthenticationResponseJSON
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: given, expectedOrigin: page ?? '', expectedRPID: rpIdOf(page),
      expectedChallenge: async (challenge) =>
        await challenges.take('passkey-login', challenge) !== undefined,
      credential: {
        id: row?.id ?? '', publicKey: Uint8Array.from(row?.public_key ?? []),
        counter: Number(row?.counter ?? 0),
      },
    })
    const told = given.response.userHandle
    const isOwn = told === undefined || row?.user_id === Buffer.from(told, 'base64url').toString()
    if (!verified || row === undefined || !isOwn) return undefined
    await store.write((tx) => tx.run(
      'UPDATE passkeys SET counter = ?, last_used_at = ? WHERE id = ?',
      [authenticationInfo.newCounter, now(), row.id]))
    return await findUser(store, 'id', row.user_id)
  } catch (error) {
    return refused(error)
  }
}

async function findPasskey(store: Store, id: unknown): Promise<Row | undefined> {
  if (typeof id !== 'string' || id.length > 2_000) return undefined
  return await store.get<Row>('SELECT * FROM passkeys WHERE id = ?', [id])
}

async function readNew(
  { user }: Identity, response: WebAuthnJson,
  { page, challenges, now }: {
    readonly page: string | undefined; readonly challenges: Challenges
    readonly now: () => number
  },
): Promise<Omit<Row, 'name'>> {
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: response as unknown as RegistrationResponseJSON,
      expectedOrigin: page ?? '', expectedRPID: rpIdOf(page), supportedAlgorithmIDs: ALGORITHMS,
      expectedChallenge: async (challenge) => {
        const asked = await challenges.take<{ userId: string }>('passkey-new', challenge)
        return asked?.userId === user.id
      },
    })
    if (registrationInfo === undefined) throw new AccessError('passkey-invalid')
    const { credential, credentialBackedUp } = registrationInfo
    return {
      id: credential.id, user_id: user.id, public_key: credential.publicKey,
      counter: credential.counter, transports: JSON.stringify(credential.transports ?? []),
      backed_up: credentialBackedUp ? 1 : 0, created_at: now(), last_used_at: null,
    }
  } catch (error) {
    refused(error)
    const detail = 'The browser made no passkey that can be used here; try again.'
    throw new AccessError('passkey-invalid', { detail })
  }
}

/** What is wrong with an answer is told by errors; the store's own are none of them. */
function refused(error: unknown): undefined {
  const isAnswers = error instanceof Error && error.name !== 'StoreError' &&
    !(error instanceof AccessError && error.code === 'passkey-unavailable')
  if (!isAnswers) throw error
  return undefined
}

async function addPasskey(
  store: Store, { user }: Identity, row: Row, now: number,
): Promise<{ readonly passkey: Passkey; readonly recoveryCodes?: readonly string[] }> {
  return await writeAudited(store, user.tenant, now, async (tx, audit) => {
    const before = await findUser(tx, 'id', user.id)
    if (before === undefined || Number(before.passkeys) >= PER_USER_MAX) {
      throw new AccessError('passkey-invalid', {
        detail: `A user has ${PER_USER_MAX} passkeys at most.`,
      })
    }
    await insertPasskey(tx, row)
    const { name } = row
    audit({ actor: `user:${user.name}`, action: 'passkey-added', detail: { name } })
    const passkey = toPasskey(row)
    if (factorsOf(before).length > 0) return { passkey }
    return { passkey, recoveryCodes: await renewRecoveryCodes(tx, user.id) }
  })
}

async function insertPasskey(tx: Tx, row: Row): Promise<void> {
  const { changes } = await tx.run(
    'INSERT INTO passkeys (id, user_id, name, public_key, counter, transports, backed_up, ' +
      'created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    [
      row.id, row.user_id, row.name, row.public_key, row.counter, row.transports, row.backed_up,
      row.created_at,
    ])
  if (changes > 0) return
  throw new AccessError('passkey-invalid', { detail: 'This passkey is known already.' })
}

function toPasskey(row: Row): Passkey {
  return {
    id: row.id, name: row.name, createdAt: Number(row.created_at),
    ...(row.last_used_at === null ? {} : { lastUsedAt: Number(row.last_used_at) }),
    backedUp: Number(row.backed_up) === 1,
  }
}

/** @throws AccessError `passkey-unavailable` */
function rpIdOf(page: string | undefined): string {
  if (page !== undefined) return new URL(page).hostname
  throw new AccessError('passkey-unavailable', {
    detail: 'Set `http.publicUrl`, or open the pages at http://localhost.',
  })
}
