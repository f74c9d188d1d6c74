// The secret that signs what a webhook gets, shown when it is made.

import { CopyField } from '../../parts/copy-field.tsx'
import { ShownOnce } from '../../parts/shown-once.tsx'

export function SecretNotice({ secret, isNew = false, onDone }: {
  readonly secret: string
  /** In place of one before. */
  readonly isNew?: boolean
  readonly onDone: () => void
}) {
  return (
    <ShownOnce
      title="The signing secret" onDone={onDone}
      about={`It is shown this once. Put it where the receiving program reads its secrets: with it
        the program knows that a request is Carom's.${isNew
        ? ' The secret before it signs as well for a day, so that nothing is lost.' : ''}`}
    >
      <CopyField label="Secret" value={secret} />
    </ShownOnce>
  )
}
