// The bodies in fixtures/webhooks, with the Content-Type that their vendor sends.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { WebhookVendor } from '../../../src/index.ts'

export const FOLDER: string = fileURLToPath(
  new URL('../../../../../fixtures/webhooks/', import.meta.url))

export type Sample = {
  readonly vendor: WebhookVendor
  /** `vendor/what.json`. */
  readonly file: string
  readonly bytes: Uint8Array
  readonly contentType: string
  /** The file with what is expected, beside it. */
  readonly golden: string
}

export function listSamples(): Sample[] {
  return readdirSync(FOLDER).sort().flatMap((vendor) =>
    readdirSync(join(FOLDER, vendor)).sort()
      .filter((name) => !name.endsWith('.events.json'))
      .map((name) => readSample(vendor as WebhookVendor, name)))
}

function readSample(vendor: WebhookVendor, name: string): Sample {
  const bytes = readFileSync(join(FOLDER, vendor, name))
  return {
    vendor, file: `${vendor}/${name}`, bytes,
    contentType: name.endsWith('.json') ? 'application/json' : formType(bytes),
    golden: join(FOLDER, vendor, name.replace(/\.(?:json|txt)$/, '.events.json')),
  }
}

/** A form of parts begins with its boundary. */
function formType(bytes: Uint8Array): string {
  const start = Buffer.from(bytes).toString('latin1').split('\r\n', 1)[0] ?? ''
  return start.startsWith('--')
    ? `multipart/form-data; boundary="${start.slice(2)}"` : 'application/x-www-form-urlencoded'
}
