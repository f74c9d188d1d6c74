// Secrets of the service that stand outside of the configuration: keys of return-path tokens, and
// the pepper of erased addresses.

import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { TokenKey } from '@carom/core'
import { readSetting, writeSetting } from './store/settings.ts'
import type { Reader, Store } from './store/types.ts'
import { parseTokenKeys } from './token-keys.ts'

const PEPPER = 'pepper'
const PEPPER_BYTES = 32
/** A shorter one could be tried out. */
const PEPPER_CHARS_MIN = 16

/**
 * The keys in a file, else those in the text of a variable.
 * @throws Error that says what is wrong
 */
export async function readTokenKeys(
  file: string | undefined, text: string | undefined,
): Promise<readonly TokenKey[]> {
  if (file === undefined && (text === undefined || text === '')) return []
  const result = parseTokenKeys(file === undefined ? text as string : await readFile(file, 'utf8'))
  if (result.kind === 'keys') return result.keys
  throw new Error(`${file ?? 'CAROM_TOKEN_KEYS'}: ${result.problem}`)
}

/** The pepper in a file, else the one of this store, which is made at the first start. */
export async function readPepper(
  store: Store, file: string | undefined, now: number,
): Promise<string> {
  const found = await findPepper(store, file)
  if (found !== undefined) return found
  return await store.write(async (tx) => {
    const kept = await readSetting(tx, '', PEPPER)
    if (kept !== undefined) return kept
    const made = randomBytes(PEPPER_BYTES).toString('hex')
    await writeSetting(tx, '', PEPPER, made, now)
    return made
  })
}

/** The same for those who only look: undefined where none was made yet. */
export async function findPepper(
  reader: Reader, file: string | undefined,
): Promise<string | undefined> {
  if (file === undefined) return await readSetting(reader, '', PEPPER)
  const pepper = (await readFile(file, 'utf8')).trim()
  if (pepper.length >= PEPPER_CHARS_MIN) return pepper
  throw new Error(`${file}: a pepper has ${PEPPER_CHARS_MIN} characters or more`)
}
