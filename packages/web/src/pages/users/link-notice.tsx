// The link by which somebody chooses a password, to be passed on.

import { CopyField } from '../../parts/copy-field.tsx'
import { ShownOnce } from '../../parts/shown-once.tsx'
import { formatExact } from '../../parts/time.tsx'
import type { Link } from './queries.ts'

export function LinkNotice({ name, link, onDone }: {
  readonly name: string; readonly link: Link; readonly onDone: () => void
}) {
  return (
    <ShownOnce
      title={`Pass this link to ${name}`} onDone={onDone}
      about={`It is shown this once, works once, and ends ${formatExact(link.expiresAt)}. Whoever
        opens it first chooses the password: send it where only ${name} reads.`}
    >
      <CopyField label="Link" value={new URL(link.url, globalThis.location.origin).href} />
    </ShownOnce>
  )
}
