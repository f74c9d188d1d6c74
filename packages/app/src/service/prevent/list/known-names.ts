// Names kept by others: domains of throw-away addresses (disposable-email-domains-js, CC0) and
// local parts that belong to a task and not to a person (role-based-email-addresses, MIT). Both are
// loaded when a list is first checked.

// eslint-disable-next-line typescript/triple-slash-reference -- a module without types
/// <reference path="./role-names.d.ts" />

export type KnownNames = {
  readonly isDisposable: (domain: string) => boolean
  readonly isRole: (local: string) => boolean
}

let loaded: Promise<KnownNames> | undefined

export function loadKnownNames(): Promise<KnownNames> {
  return loaded ??= load()
}

async function load(): Promise<KnownNames> {
  const [{ disposableEmailBlocklistSet }, { default: roles }] =
    await Promise.all([import('disposable-email-domains-js'), import('role-based-email-addresses')])
  const domains = disposableEmailBlocklistSet()
  const locals = new Set(roles)
  return {
    // Of `x.throwaway.example` the listed name may be a parent.
    isDisposable(domain) {
      for (let at = 0; at >= 0; at = domain.indexOf('.', at + 1)) {
        if (domains.has(at === 0 ? domain : domain.slice(at + 1))) return true
      }
      return false
    },
    isRole: (local) => locals.has(local.toLowerCase()),
  }
}
