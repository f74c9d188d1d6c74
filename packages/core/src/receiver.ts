// The operator of a receiver: one outage of it concerns all domains behind its hosts.

import { readLiterals, type Receiver } from './classify/literals.ts'
import { hostTable, providerOfHost, type HostTable } from './classify/receiver-of-host.ts'
import { LITERALS } from './rules/literals.ts'

let receivers: readonly Receiver[] = []
let hosts: HostTable | undefined

/** Id of the operator (`google`, `microsoft` …) of an MX host or of a mail domain, where known. */
export function receiverOfHost(host: string): string | undefined {
  hosts ??= hostTable(receivers = readLiterals(LITERALS).receivers)
  return receivers[providerOfHost(hosts, host)]?.id
}
