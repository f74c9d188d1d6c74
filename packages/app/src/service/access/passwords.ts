// Passwords: hashed by scrypt (RFC 7914) with their cost beside them, and refused where they are
// among the first that anybody would try.

import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { createTurns } from '../turns.ts'
import { AccessError } from './errors.ts'
import type { ScryptCost } from './options.ts'

export type Passwords = {
  /** @throws AccessError `password-weak` or `overloaded` */
  readonly hash: (password: string, name: string) => Promise<string>
  /** Takes the same time where there is no password to compare with. */
  readonly verify: (password: string, kept: string | undefined) => Promise<boolean>
  /** Whether it was kept with another cost than is asked now. */
  readonly isOutdated: (kept: string) => boolean
  /** Hashes without judging: of a password that was right. */
  readonly rehash: (password: string) => Promise<string>
}

const SALT_BYTES = 16
const KEY_BYTES = 32
const MEGABYTE = 2 ** 20
const CHARS_MIN = 12
const CHARS_MAX = 256
const DISTINCT_MIN = 5
/** Hashes at once: each takes tens of megabytes. */
const AT_ONCE = 2
/** Whoever comes behind this many is told to come again. */
const WAITING_MAX = 64

/** What is left of the passwords that are tried first, without digits and signs. */
const FIRST_TRIED: ReadonlySet<string> = new Set([
  '', 'password', 'passwort', 'passw', 'passphrase', 'qwerty', 'qwertyuiop', 'qwertz', 'azerty',
  'letmein', 'welcome', 'willkommen', 'admin', 'administrator', 'root', 'changeme', 'secret',
  'iloveyou', 'monkey', 'dragon', 'abc', 'abcdef', 'asdf', 'asdfgh', 'asdfghjkl', 'test', 'carom',
  'bounce', 'postmaster', 'newsletter',
])

export function createPasswords(cost: ScryptCost): Passwords {
  const turns = createTurns(AT_ONCE, {
    waitingMax: WAITING_MAX, refuse: () => new AccessError('overloaded'),
  })
  const derive = (password: string, salt: Uint8Array, { n, r, p }: ScryptCost): Promise<Buffer> =>
    turns(() => new Promise((resolve, reject) => {
      scrypt(password.normalize('NFKC'), salt, KEY_BYTES, {
        N: n, r, p, maxmem: 256 * n * r + MEGABYTE,
      }, (error, key) => { if (error === null) resolve(key); else reject(error) })
    }))
  const rehash = async (password: string): Promise<string> => {
    const salt = randomBytes(SALT_BYTES)
    return formatHash(cost, salt, await derive(password, salt, cost))
  }
  const nobody = formatHash(cost, randomBytes(SALT_BYTES), randomBytes(KEY_BYTES))
  return {
    rehash,
    async hash(password, name) {
      const weakness = findWeakness(password, name)
      if (weakness !== undefined) throw new AccessError('password-weak', { detail: weakness })
      return await rehash(password)
    },
    async verify(password, kept) {
      const parsed = parseHash(kept ?? nobody)
      if (parsed === undefined || password.length > CHARS_MAX) return false
      const key = await derive(password, parsed.salt, parsed.cost)
      return timingSafeEqual(key, parsed.key) && kept !== undefined
    },
    isOutdated(kept) {
      const { n, r, p } = parseHash(kept)?.cost ?? { n: 0, r: 0, p: 0 }
      return n !== cost.n || r !== cost.r || p !== cost.p
    },
  }
}

/** What is wrong with a password, a sentence. */
function findWeakness(password: string, name: string): string | undefined {
  const text = password.normalize('NFKC').toLowerCase()
  if (text.length < CHARS_MIN) return `A password has ${CHARS_MIN} characters or more.`
  if (password.length > CHARS_MAX) return `A password has ${CHARS_MAX} characters at most.`
  if (new Set(text).size < DISTINCT_MIN) return 'The password repeats the same few characters.'
  const rest = text.replaceAll(/[^\p{L}]/gu, '')
  const own = name.toLowerCase().replaceAll(/[^\p{L}]/gu, '')
  const isTriedFirst = FIRST_TRIED.has(rest) || rest === own
  return isTriedFirst ? 'The password is among the first that are tried.' : undefined
}

// scrypt$n$r$p$salt$key, in base64url.
function formatHash({ n, r, p }: ScryptCost, salt: Uint8Array, key: Uint8Array): string {
  const words = [salt, key].map((bytes) => Buffer.from(bytes).toString('base64url'))
  return ['scrypt', n, r, p, ...words].join('$')
}

function parseHash(text: string): {
  readonly cost: ScryptCost; readonly salt: Uint8Array; readonly key: Uint8Array
} | undefined {
  const found = /^scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,3})\$([\w-]+)\$([\w-]{43})$/.exec(text)
  if (found === null) return undefined
  const [, n, r, p, salt = '', key = ''] = found
  return {
    cost: { n: Number(n), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url'),
  }
}
