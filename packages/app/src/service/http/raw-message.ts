// A message that comes within JSON, as base64.

import type { RawMessage } from '../bounce/types.ts'
import { defined } from './fields.ts'
import { Problem } from './problems.ts'

/** @throws Problem where the text is no base64 */
export function readRawMessage({ message, ...rest }: {
  readonly message: string
  readonly returnPath?: string | undefined
  readonly recipient?: string | undefined
  readonly arrivedAt?: number | undefined
}): RawMessage {
  const text = message.replace(/[\r\n]/g, '')
  const bytes = Buffer.from(text, 'base64')
  // Node passes over what is no base64; nobody means that.
  if (bytes.length === 0 || bytes.toString('base64').length < text.length - 3) {
    throw new Problem('request-invalid', {
      errors: [{ path: 'raw.message', message: 'the bytes of a message as base64' }],
    })
  }
  return { bytes, ...defined(rest) }
}
