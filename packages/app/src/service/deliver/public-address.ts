// Which network addresses strangers may make this service connect to: public ones, and what the
// operator listed (RFC 6890 special-purpose registries).

import ipaddr from 'ipaddr.js'

/** Public by their range, but each answers with secrets of the machine that asks. */
const METADATA_ADDRESSES = new Set(['168.63.129.16', '100.100.100.200', '169.254.169.254'])

/** Holds IPv4 addresses in all its forms: those of a translator lead wherever they say. */
const IPV6_GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3')

/** Hosts, addresses and networks that the operator allows beside public ones. */
export type AllowedHosts = {
  readonly hasHost: (name: string) => boolean
  readonly hasAddress: (address: string) => boolean
}

/** Reads names, addresses and networks such as `10.0.0.0/8`. Throws TypeError on a bad one. */
export function readAllowedHosts(entries: readonly string[]): AllowedHosts {
  const names = new Set<string>()
  const networks: [ipaddr.IPv4 | ipaddr.IPv6, number][] = []
  for (const entry of entries) {
    if (ipaddr.isValidCIDR(entry)) networks.push(ipaddr.parseCIDR(entry))
    else if (ipaddr.isValid(entry)) {
      const address = ipaddr.process(entry)
      networks.push([address, address.kind() === 'ipv4' ? 32 : 128])
    } else if (/^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/i.test(entry)) names.add(entry.toLowerCase())
    else throw new TypeError(`allowed host '${entry}': write a name, an address or a network`)
  }
  return {
    hasHost: (name) => names.has(name),
    hasAddress: (text) => {
      const address = ipaddr.process(text)
      return networks.some(([network, bits]) =>
        network.kind() === address.kind() && address.match(network, bits))
    },
  }
}

/** True for an address anybody on the Internet could be reached at. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text) || text.includes('%')) return false
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast' || METADATA_ADDRESSES.has(address.toString())) return false
  return address.kind() === 'ipv4' || (address as ipaddr.IPv6).match(IPV6_GLOBAL)
}
