// Where browsers and programs reach the service, as far as the configuration knows.

import type { Config } from '../service/config/types.ts'

/** Without a slash at its end. */
export function baseUrl(
  { http: { publicUrl, tls } }: Config,
  { host, port }: { readonly host: string; readonly port: number },
): string {
  if (publicUrl !== undefined) return publicUrl.replace(/\/$/, '')
  return `http${tls === undefined ? '' : 's'}://${host.includes(':') ? `[${host}]` : host}:${port}`
}
