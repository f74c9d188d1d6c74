// The body as the vendor meant it: unpacked where it came packed, never larger than the limit.

import { promisify } from 'node:util'
import { brotliDecompress, gunzip, inflate } from 'node:zlib'
import type { WebhookRequest } from './types.ts'

type Unpack = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>

const UNPACK: Readonly<Record<string, Unpack>> = {
  gzip: promisify(gunzip) as Unpack,
  'x-gzip': promisify(gunzip) as Unpack,
  deflate: promisify(inflate) as Unpack,
  br: promisify(brotliDecompress) as Unpack,
}

export type Unpacked =
  | { readonly kind: 'body'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' | 'broken' | 'unknown-encoding' }

/** Unpacks one layer; a bomb stops at the limit, before its output is made. */
export async function unpackBody(
  { headers, bytes }: WebhookRequest, bytesMax: number,
): Promise<Unpacked> {
  if (bytes.length > bytesMax) return { kind: 'too-large' }
  const encoding = (headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  if (encoding === 'identity' || encoding === '') return { kind: 'body', bytes }
  const unpack = Object.hasOwn(UNPACK, encoding) ? UNPACK[encoding] : undefined
  if (unpack === undefined) return { kind: 'unknown-encoding' }
  try {
    return { kind: 'body', bytes: await unpack(bytes, { maxOutputLength: bytesMax }) }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const isBomb = (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE'
    return { kind: isBomb ? 'too-large' : 'broken' }
  }
}
