// One suppression: why, on whose word, what proves it, until when; and how to lift it.

import { Stack, Text, Title } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { lift, undoLift } from '../../api/changes.ts'
import { AddressLink, BouncesLink } from '../../app/links.tsx'
import { useMay } from '../../app/session.ts'
import { ActionButton, NEEDS_OPERATOR } from '../../parts/action-button.tsx'
import { AddressText } from '../../parts/address-text.tsx'
import { EmptyNotice } from '../../parts/empty-notice.tsx'
import { Facts } from '../../parts/facts.tsx'
import { LiftForm } from '../../parts/lift-form.tsx'
import { Opened } from '../../parts/opened.tsx'
import { factOf, ReasonName } from '../../parts/reason-name.tsx'
import { SafeText } from '../../parts/safe-text.tsx'
import { PaneFrame } from '../../parts/side-pane.tsx'
import { formatExact } from '../../parts/time.tsx'
import { tellDone } from '../../parts/undo-notice.tsx'
import { decidedBy, type Suppression } from './columns.tsx'

export function SuppressionPane({ row, onClose }: {
  /** Undefined: it is not, or no longer, in the list. */
  readonly row: Suppression | undefined
  readonly onClose: () => void
}) {
  return (
    <PaneFrame
      name="Suppression" onClose={onClose}
      title={row === undefined ? 'Suppression' : <AddressText address={row.address} />}
    >
      {row === undefined ? (
        <EmptyNotice title="It is not in this list">
          It was lifted, or the filters leave it out.
        </EmptyNotice>
      ) : <Details key={`${row.address} ${row.list}`} row={row} onClose={onClose} />}
    </PaneFrame>
  )
}

function Details({ row, onClose }: { readonly row: Suppression; readonly onClose: () => void }) {
  const { address, list, reason, createdAt, expiresAt, note, proof } = row
  const text = (value: string | undefined) => value === undefined ? null : <SafeText text={value} />
  return (
    <Stack gap="md">
      <Text size="sm">{factOf(reason)?.meaning}</Text>
      <Facts
        rows={[
          ['Reason', <ReasonName key="reason" reason={reason} />],
          ['List', list === '' ? 'All lists' : text(list)],
          ['Who decided', text(decidedBy(row))],
          ['Since', formatExact(createdAt)],
          ['Until', expiresAt === undefined ? 'It has no end' : formatExact(expiresAt)],
          ['Note', text(note)],
          ['Proof', proof === undefined ? null : (
            <BouncesLink words={{ address, kind: 'all' }} fz="inherit">
              What came in for the address
            </BouncesLink>
          )],
          ['Address', address.startsWith('@')
            ? 'The whole domain' : <AddressLink key="address" address={address} fz="inherit" />],
        ]}
      />
      <Lift row={row} onClose={onClose} />
    </Stack>
  )
}

function Lift({ row, onClose }: { readonly row: Suppression; readonly onClose: () => void }) {
  const [isOpen, setOpen] = useState(false)
  const why = useMay('operator') ? undefined : NEEDS_OPERATOR
  const client = useQueryClient()
  const refresh = async (): Promise<void> =>
    await client.invalidateQueries({ queryKey: ['suppressions'] })
  const { mutate, error, isPending } = useMutation({
    mutationFn: lift,
    onSuccess: async () => {
      onClose()
      await refresh()
      tellDone(`${row.address} gets mail again.`, () => void undoLift(row).then(refresh))
    },
  })
  if (!isOpen) {
    return <div><ActionButton why={why} onClick={() => setOpen(true)}>Lift</ActionButton></div>
  }
  return (
    <section aria-labelledby="lift">
      <Title order={3} size="h6" id="lift" mb={4}>Let mail go to it again</Title>
      <Opened onClose={() => setOpen(false)}>
        <LiftForm
          address={row.address} list={row.list} reason={row.reason} error={error}
          isPending={isPending} onSubmit={mutate} onCancel={() => setOpen(false)}
        />
      </Opened>
    </section>
  )
}
