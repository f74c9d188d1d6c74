// An error as people read it: what, where, what to do.

import { ApiProblem } from '@carom/client'
import { Alert, Anchor, List, Text } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import { SafeText } from './safe-text.tsx'

export function ErrorNotice({ error }: { readonly error: unknown }) {
  const { title, detail, errors, advice } = explain(error)
  const isStale = error instanceof ApiProblem && error.code === 'login-stale'
  return (
    <Alert color="red" icon={<IconAlertCircle size={20} />} title={title} role="alert">
      {detail === undefined ? null : <Text size="sm"><SafeText text={detail} /></Text>}
      {errors.length === 0 ? null : (
        <List size="sm" mt={4}>
          {errors.map(({ path, message }) => (
            <List.Item key={`${path} ${message}`}>
              {path === '' ? null : <code>{path}</code>} {message}
            </List.Item>
          ))}
        </List>
      )}
      {advice === undefined ? null : <Text size="sm" mt={4}>{advice}</Text>}
      {isStale ? <Anchor href={signInAddress()} size="sm">Sign in again</Anchor> : null}
    </Alert>
  )
}

/** The door, and back to what is shown now. */
function signInAddress(): string {
  const { pathname, search } = globalThis.location
  return `/login?next=${encodeURIComponent(pathname + search)}`
}

function explain(error: unknown) {
  if (!(error instanceof ApiProblem)) {
    const detail = error instanceof Error ? error.message : String(error)
    return {
      title: 'The page made a mistake', detail, errors: [],
      advice: 'Load the page anew. If it comes again, report it with this text.',
    }
  }
  return {
    title: error.code === 'request-invalid' ? 'This cannot be taken as it is' : error.message,
    detail: error.detail, errors: error.errors, advice: adviceOf(error),
  }
}

function adviceOf({ status, code }: ApiProblem): string | undefined {
  if (status === 0) return 'Is the service running? It is asked again when you come back here.'
  if (code === 'login-stale') {
    return 'You signed in over 15 minutes ago. Show once more that it is you, then try again.'
  }
  if (code === 'scope-missing') return 'Your role does not allow this; an admin can change it.'
  if (status === 404) return 'It may have been removed, or the time to keep it is over.'
  if (status === 429) return 'Wait a moment, then try again.'
  return status === 503 ? 'Nothing was changed. Try again in a moment.' : undefined
}
