// The name servers that a command is to ask.

import { isIP } from 'node:net'
import { UsageError, type Arguments } from './command.ts'
import { printable } from './output/terminal-text.ts'

/** What `--dns` names, such as `192.0.2.53:5353`. Throws `UsageError`: a name is no name server. */
export function readNameServers(args: Arguments): readonly string[] {
  const servers = args.values('dns')
  const wrong = servers.find((server) => isIP(server) === 0 && !isAddressAndPort(server))
  if (wrong === undefined) return servers
  throw new UsageError(
    `--dns cannot be '${printable(wrong)}'`, 'It is 192.0.2.53 or 192.0.2.53:5353.')
}

function isAddressAndPort(server: string): boolean {
  const [, v6, v4 = '', port = '53'] =
    /^(?:\[([^\]]+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(server) ?? []
  return (v6 === undefined ? isIP(v4) === 4 : isIP(v6) === 6) && Number(port) <= 65_535
}
