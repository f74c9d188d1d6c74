// What can be done about an address: stop mail, let it go again, write a note, take failures back.

import { Button, Group, Paper, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { lift, suppress, undoLift } from '../../api/changes.ts'
import type { Schema } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { ActionButton, NEEDS_OPERATOR } from '../../parts/action-button.tsx'
import { LiftForm } from '../../parts/lift-form.tsx'
import { Opened } from '../../parts/opened.tsx'
import { SuppressForm } from '../../parts/suppress-form.tsx'
import { tellDone } from '../../parts/undo-notice.tsx'
import { WriteNote } from './notes.tsx'
import { useRefresh, type AddressView } from './queries.ts'
import { TakeBack } from './take-back.tsx'

type View = Pick<AddressView, 'address' | 'states' | 'incidents'>
type Open = 'suppress' | 'lift' | 'note' | 'take back' | undefined

export function Actions({ view }: { readonly view: View }) {
  const [open, setOpen] = useState<Open>()
  const why = useMay('operator') ? undefined : NEEDS_OPERATOR
  const { address, states, incidents } = view
  const suppressions = states.flatMap(({ suppression }) => suppression ?? [])
  const close = (): void => setOpen(undefined)
  const toggle = (what: Open) => (): void => setOpen(open === what ? undefined : what)
  const missing = suppressions.length === 0 ? 'It stands on no suppression list.' : undefined
  const nothing = incidents.length === 0 ? 'No failure has been counted.' : undefined
  return (
    <div>
      <Group gap="xs">
        <ActionButton
          why={why ?? missing} onClick={toggle('lift')} aria-expanded={open === 'lift'}
        >
          Lift
        </ActionButton>
        <ActionButton
          variant="default" why={why} onClick={toggle('suppress')}
          aria-expanded={open === 'suppress'}
        >
          Suppress
        </ActionButton>
        <ActionButton
          variant="default" why={why} onClick={toggle('note')} aria-expanded={open === 'note'}
        >
          Write a note
        </ActionButton>
        <ActionButton
          variant="default" why={why ?? nothing} onClick={toggle('take back')}
          aria-expanded={open === 'take back'}
        >
          Take failures back
        </ActionButton>
      </Group>
      {open === undefined ? null : (
        <Paper withBorder p="md" mt="sm">
          <Opened key={open} onClose={close}>
            {open === 'suppress' ? <Suppress address={address} onDone={close} /> : null}
            {open === 'lift' ? <Lift rows={suppressions} onDone={close} /> : null}
            {open === 'note' ? <WriteNote address={address} onDone={close} /> : null}
            {open === 'take back' ? <TakeBack view={view} onDone={close} /> : null}
          </Opened>
        </Paper>
      )}
    </div>
  )
}

function Suppress({ address, onDone }: {
  readonly address: string; readonly onDone: () => void
}) {
  const refresh = useRefresh(address)
  const { mutate, error, isPending } = useMutation({
    mutationFn: suppress,
    onSuccess: async (_, { list }) => {
      onDone()
      await refresh()
      tellDone(`${address} gets no more mail.`, () => void lift({
        address, by: 'manual', note: 'Undone', force: true, ...(list === undefined ? {} : { list }),
      }).then(refresh))
    },
  })
  return (
    <SuppressForm
      address={address} error={error} isPending={isPending} onSubmit={mutate} onCancel={onDone}
    />
  )
}

function Lift({ rows, onDone }: {
  readonly rows: readonly Schema<'Suppression'>[]; readonly onDone: () => void
}) {
  const [chosen, setChosen] = useState(rows[0])
  const refresh = useRefresh(chosen?.address ?? '')
  const { mutate, error, isPending } = useMutation({
    mutationFn: lift,
    onSuccess: async () => {
      onDone()
      await refresh()
      tellDone(`${chosen?.address} gets mail again.`, chosen === undefined
        ? undefined : () => void undoLift(chosen).then(refresh))
    },
  })
  if (chosen === undefined) return <Text size="sm">It stands on no suppression list any more.</Text>
  return (
    <>
      {rows.length < 2 ? null : (
        <Group gap="xs" mb="sm" role="group" aria-label="Which suppression">
          {rows.map((row) => (
            <Button
              key={row.list} size="compact-sm" variant={row === chosen ? 'filled' : 'default'}
              aria-pressed={row === chosen} onClick={() => setChosen(row)}
            >
              {row.list === '' ? 'All lists' : row.list}
            </Button>
          ))}
        </Group>
      )}
      <LiftForm
        key={chosen.list} address={chosen.address} list={chosen.list} reason={chosen.reason}
        error={error} isPending={isPending} onSubmit={mutate} onCancel={onDone}
      />
    </>
  )
}
