// Adds one suppression.

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lift, suppress } from '../../api/changes.ts'
import { Opened } from '../../parts/opened.tsx'
import { PaneFrame } from '../../parts/side-pane.tsx'
import { SuppressForm } from '../../parts/suppress-form.tsx'
import { tellDone } from '../../parts/undo-notice.tsx'

export function Add({ onClose }: { readonly onClose: () => void }) {
  const client = useQueryClient()
  const refresh = async (): Promise<void> =>
    await client.invalidateQueries({ queryKey: ['suppressions'] })
  const { mutate, error, isPending } = useMutation({
    mutationFn: suppress,
    onSuccess: async ({ added, changed }, { address, list }) => {
      onClose()
      await refresh()
      if (added + changed === 0) tellDone(`${address} was suppressed already.`)
      else {
        tellDone(`${address} gets no more mail.`, () => void lift({
          address, by: 'manual', force: true, note: 'Undone',
          ...(list === undefined ? {} : { list }),
        }).then(refresh))
      }
    },
  })
  return (
    <PaneFrame title="Add a suppression" name="Add a suppression" onClose={onClose}>
      <Opened onClose={onClose}>
        <SuppressForm error={error} isPending={isPending} onSubmit={mutate} onCancel={onClose} />
      </Opened>
    </PaneFrame>
  )
}
