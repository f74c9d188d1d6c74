// What browsers say when a passkey was not used (WebAuthn 3 §5.1.3, §5.1.4), as people read it.

import { ApiProblem } from '@carom/client'

const WORDS: Readonly<Record<string, string>> = {
  NotAllowedError: 'It was cancelled, or nothing happened for too long. Try again.',
  AbortError: 'It was cancelled. Try again.',
  InvalidStateError: 'This device or key is registered already.',
  SecurityError: 'Browsers use passkeys only at a name with https, or at localhost.',
  NotSupportedError: 'This device cannot make such a passkey; try another one.',
}

/** What went wrong, as the errors of the API are shown. */
export function toPasskeyProblem(error: unknown): unknown {
  if (error instanceof ApiProblem || !(error instanceof Error)) return error
  return new ApiProblem({
    status: 400, code: 'passkey-unused', title: 'The passkey was not used',
    detail: WORDS[error.name] ?? error.message,
  })
}
