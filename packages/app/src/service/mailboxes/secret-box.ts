// Passwords of mailboxes at rest: encrypted with a key that lies beside the store, in a file that
// only the service may read. Whoever has the store alone has no password.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { open, readFile, stat } from 'node:fs/promises'

const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

export type SecretBox = {
  /** `name` is what the secret belongs to: it opens under that name alone. */
  readonly seal: (secret: string, name: string) => Promise<Uint8Array>
  /** Throws an Error that says what to do where the key is another one. */
  readonly open: (sealed: Uint8Array, name: string) => Promise<string>
}

/** The key is read, or made, when it is first needed. */
export function createSecretBox(keyFile: string): SecretBox {
  let kept: Promise<Buffer> | undefined
  const key = (mayMake: boolean): Promise<Buffer> => {
    kept ??= readKey(keyFile, mayMake).catch((error: unknown) => {
      kept = undefined
      throw error
    })
    return kept
  }
  return {
    async seal(secret, name) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv('aes-256-gcm', await key(true), nonce)
        .setAAD(Buffer.from(name))
      const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), text])
    },
    async open(sealed, name) {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv(
        'aes-256-gcm', await key(false), bytes.subarray(0, NONCE_BYTES),
        { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(name))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      try {
        return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') +
          decipher.final('utf8')
      } catch (error) {
        throw new Error(
          `${keyFile} is not the key of the kept password; restore it, or add the mailbox again`,
          { cause: error })
      }
    },
  }
}

async function readKey(file: string, mayMake: boolean): Promise<Buffer> {
  const found = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (found === undefined) {
    if (mayMake) return await makeKey(file)
    throw new Error(`${file} is missing: without it kept passwords cannot be read; restore it`)
  }
  const { mode } = await stat(file)
  if ((mode & 0o077) !== 0) throw new Error(`${file} may be read by others; chmod 600 it`)
  const key = Buffer.from(found.trim(), 'base64')
  if (key.length === KEY_BYTES) return key
  throw new Error(`${file} does not hold a key of ${KEY_BYTES} bytes as base64`)
}

async function makeKey(file: string): Promise<Buffer> {
  const key = randomBytes(KEY_BYTES)
  // Never over one that another process has made meanwhile.
  const handle = await open(file, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return undefined
    throw error
  })
  if (handle === undefined) return await readKey(file, false)
  try {
    await handle.writeFile(`${key.toString('base64')}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return key
}
