// Which response code (RFC 5530, RFC 9051 §7.1) a server gave with its NO or BAD.

const SERVER_STATES: ReadonlySet<string> = new Set([
  'LIMIT', 'UNAVAILABLE', 'INUSE', 'THROTTLED', 'OVERQUOTA', 'SERVERBUG', 'CONTACTADMIN',
])

type FailedCommand = Error & {
  readonly code?: string
  readonly serverResponseCode?: string
  /** The parsed response, where the library has not read the code out of it. */
  readonly response?: { readonly attributes?: readonly ResponseAttribute[] }
}

type ResponseAttribute = { readonly section?: readonly { readonly value?: unknown }[] }

/** True where the refusal speaks of the server's state and says nothing about a message. */
export function isServerState(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code, serverResponseCode, response } = error as FailedCommand
  const given = serverResponseCode ?? response?.attributes?.[0]?.section?.[0]?.value
  return code === 'ETHROTTLE' || SERVER_STATES.has(String(given).toUpperCase())
}
