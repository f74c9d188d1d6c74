// Names of domains and zones of block lists among the arguments of a command.

import { isIP } from 'node:net'
import { USUAL_ZONES } from '../service/prevent/domain/blocklists.ts'
import { UsageError, type Arguments } from './command.ts'

/** In A-labels: `bücher.example` is `xn--bcher-kva.example`. @throws UsageError */
export function readDomain(text: string): string {
  const [, host = text] = text.split('@')
  const name = URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''
  if (/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(name) && isIP(name) === 0) return name
  throw new UsageError(`'${text}' is no domain`, 'Write it as example.com.')
}

/** `--blocklist` and `--blocklists`. @throws UsageError */
export function readZones(args: Arguments): readonly string[] {
  const named = args.values('blocklist').map(readDomain)
  const usual = args.has('blocklists') ? USUAL_ZONES.map(({ zone }) => zone) : []
  return [...new Set([...usual, ...named])]
}
