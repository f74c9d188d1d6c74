// Public keys as vendors show them: PEM, base64 of the SPKI, or a DKIM record (RFC 6376 §3.6.1).

import { createPublicKey, type KeyObject } from 'node:crypto'

/** The key; undefined where the text is none of the type. */
export function readPublicKey(text: string, type: 'rsa' | 'ec'): KeyObject | undefined {
  const trimmed = text.trim()
  const inRecord = /(?:^|[;\s])p=([\w+/=\s]{40,4000})/.exec(trimmed)?.[1]
  try {
    const key = trimmed.includes('-----BEGIN')
      ? createPublicKey(trimmed)
      : createPublicKey({
        key: Buffer.from((inRecord ?? trimmed).replaceAll(/\s/g, ''), 'base64'),
        format: 'der', type: 'spki',
      })
    return key.asymmetricKeyType === type ? key : undefined
  } catch (error) {
    // OpenSSL says no more than that it cannot read it.
    if (error instanceof Error) return undefined
    throw error
  }
}
