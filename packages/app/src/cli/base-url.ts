// Where browsers and programs reach the service, as far as the configuration knows.

import type { Config } from '../service/config/types.ts'

/** Who listens everywhere is also here. */
const EVERYWHERE: ReadonlySet<string> = new Set(['0.0.0.0', '::'])

/** Without a slash at its end. */
export function baseUrl(
  { http: { publicUrl, tls } }: Config,
  { host, port }: { readonly host: string; readonly port: number },
): string {
  if (publicUrl !== undefined) return publicUrl.replace(/\/$/, '')
  const name = EVERYWHERE.has(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http${tls === undefined ? '' : 's'}://${name}:${port}`
}
