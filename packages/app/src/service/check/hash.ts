// A fast seeded hash of 64 bits over short texts: the key of the table that answers checks.

/** Chosen anew at every start, so that nobody can make addresses that meet in one slot. */
export type HashSeed = { readonly first: number; readonly second: number }

/** Both halves of a hash, 32 bits each. A hasher reuses it: read it before the next call. */
export type Hash = { first: number; second: number }

export type Hasher = {
  /**
   * Takes in the address that stands in `text` from `from` to `end`; its hashes for several lists
   * are then cheap.
   */
  readonly begin: (tenant: string, text: string, from: number, end: number) => void
  /** The hash of the address that was begun, for this list. */
  readonly end: (list: string) => Hash
}

export function createHasher(seed: HashSeed): Hasher {
  const begun: Hash = { first: 0, second: 0 }
  const hash: Hash = { first: 0, second: 0 }
  // Almost all calls are for the tenant and list of the call before: their parts are kept.
  let tenantSeen: string | undefined
  const ofTenant: Hash = { first: 0, second: 0 }
  let listSeen = ''
  const ofList: Hash = { first: 0, second: 0 }
  return {
    begin(tenant, text, from, end) {
      if (tenant !== tenantSeen) {
        ofTenant.first = seed.first | 0
        ofTenant.second = seed.second | 0
        mix(ofTenant, tenant, 0, tenant.length)
        tenantSeen = tenant
      }
      begun.first = ofTenant.first
      begun.second = ofTenant.second
      mix(begun, text, from, end)
    },
    end(list) {
      if (list === '') return finish(hash, begun.first, begun.second)
      if (list !== listSeen) {
        ofList.first = seed.second | 0
        ofList.second = seed.first | 0
        mix(ofList, list, 0, list.length)
        listSeen = list
      }
      return finish(hash, begun.first ^ ofList.first, begun.second ^ ofList.second)
    },
  }
}

/** Two characters a step: a step costs two multiplications, whatever it takes in. */
function mix(hash: Hash, text: string, from: number, end: number): void {
  let { first, second } = hash
  const length = end - from
  const even = from + (length & ~1)
  for (let at = from; at < even; at += 2) {
    const units = text.charCodeAt(at) | text.charCodeAt(at + 1) << 16
    first = Math.imul(first ^ units, 0x85ebca6b)
    first = first << 13 | first >>> 19
    second = Math.imul(second ^ units, 0xc2b2ae35)
    second = second << 15 | second >>> 17
  }
  const last = even < end ? text.charCodeAt(even) : 0
  hash.first = Math.imul(first ^ last, 0x9e3779b1) ^ length
  hash.second = Math.imul(second ^ last, 0x5f356495) ^ length
}

/** Lets every bit of the input change every bit of the output (the last step of MurmurHash3). */
function finish(hash: Hash, left: number, right: number): Hash {
  let first = left ^ right >>> 16
  let second = right ^ first >>> 13
  first = Math.imul(first ^ first >>> 16, 0x85ebca6b)
  first = Math.imul(first ^ first >>> 13, 0xc2b2ae35)
  second = Math.imul(second ^ second >>> 16, 0xcc9e2d51)
  second = Math.imul(second ^ second >>> 13, 0x1b873593)
  hash.first = first ^ first >>> 16
  hash.second = second ^ second >>> 16
  return hash
}
