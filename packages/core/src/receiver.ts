// The operator of a receiver: one outage of it concerns all domains behind its hosts.

import { hostTable, providerOfHost, type HostTable } from './classify/receiver-of-host.ts'
import { PROVIDERS } from './rules/providers/index.ts'

let hosts: HostTable | undefined

/** Id of the operator (`google`, `microsoft` …) of an MX host or of a mail domain, where known. */
export function receiverOfHost(host: string): string | undefined {
  hosts ??= hostTable(PROVIDERS)
  return PROVIDERS[providerOfHost(hosts, host)]?.id
}
