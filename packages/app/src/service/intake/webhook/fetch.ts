// Gets a URL of a pinned host: HTTPS, no redirects, five seconds, 64 kB; the answer is never shown.

import type { FetchUrl } from './types.ts'

const TIMEOUT_MS = 5_000
/** A certificate with its chain has 8 kB. */
const ANSWER_BYTES_MAX = 65_536

export const fetchPinned: FetchUrl = async (url) => {
  const response = await fetch(url, {
    redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS), credentials: 'omit',
  })
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of response.body ?? []) {
    size += piece.length
    if (size > ANSWER_BYTES_MAX) throw new Error('the answer is larger than any certificate')
    pieces.push(piece)
  }
  return { status: response.status, bytes: Buffer.concat(pieces) }
}
