// The address of who asks: the peer's, or what a trusted proxy says of it (X-Forwarded-For).

import { BlockList, isIP } from 'node:net'

/** @throws TypeError where an entry is no address and no network */
export function createClientIp(
  trustedProxies: readonly string[],
): (peer: string | undefined, forwardedFor: string | undefined) => string {
  const trusted = new BlockList()
  for (const entry of trustedProxies) addNetwork(trusted, entry)
  const isTrusted = (ip: string): boolean => trusted.check(ip, isIP(ip) === 6 ? 'ipv6' : 'ipv4')
  return (peer, forwardedFor) => {
    let ip = plain(peer ?? '')
    if (forwardedFor === undefined || trustedProxies.length === 0) return ip
    // From the right: each hop that is trusted vouches for the one before it.
    const hops = forwardedFor.split(',').slice(-HOPS_MAX).map((hop) => plain(hop.trim()))
    while (isIP(ip) !== 0 && isTrusted(ip)) {
      const hop = hops.pop()
      if (hop === undefined || isIP(hop) === 0) return ip
      ip = hop
    }
    return ip
  }
}

const HOPS_MAX = 20

// IPv4 in IPv6 (RFC 4291 §2.5.5.2) is the same peer.
function plain(ip: string): string {
  return ip.startsWith('::ffff:') && isIP(ip.slice(7)) === 4 ? ip.slice(7) : ip
}

function addNetwork(list: BlockList, entry: string): void {
  const [address = '', prefix] = entry.split('/')
  const version = isIP(address)
  if (version === 0 || (prefix !== undefined && !/^\d{1,3}$/.test(prefix))) {
    throw new TypeError(`${JSON.stringify(entry)} is no address and no network such as 10.0.0.0/8`)
  }
  const family = version === 6 ? 'ipv6' : 'ipv4'
  if (prefix === undefined) list.addAddress(address, family)
  else list.addSubnet(address, Number(prefix), family)
}
