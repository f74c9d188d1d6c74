// How many sessions a network holds: IPv4 by /24, IPv6 by /64, since that is what one owner has.

import { isIPv6 } from 'node:net'

export type NetworkCounts = {
  /** Counts one in; call the result, once, when it has gone. */
  readonly enter: (address: string) => () => void
  readonly count: (address: string) => number
}

export function createNetworkCounts(): NetworkCounts {
  const counts = new Map<string, number>()
  const change = (network: string, by: number): void => {
    const count = (counts.get(network) ?? 0) + by
    if (count > 0) counts.set(network, count)
    else counts.delete(network)
  }
  return {
    enter: (address) => {
      const network = networkOf(address)
      change(network, 1)
      return () => change(network, -1)
    },
    count: (address) => counts.get(networkOf(address)) ?? 0,
  }
}

/** `192.0.2.` of 192.0.2.7; the first four groups of an IPv6 address; the text itself of others. */
function networkOf(address: string): string {
  const text = address.replace(/^::ffff:(?=\d)/i, '')
  if (!isIPv6(text)) return text.slice(0, text.lastIndexOf('.') + 1) || text
  const [head = '', tail] = (text.split('%', 1)[0] as string).split('::')
  const front = head === '' ? [] : head.split(':')
  const back = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = Math.max(0, 8 - front.length - back.length)
  return [...front, ...Array<string>(zeros).fill('0'), ...back]
    .slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '').toLowerCase()).join(':')
}
