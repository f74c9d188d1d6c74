// Failures that shall never count again: chosen, tried dry, then taken back.

import { Alert, Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { answerOf, api } from '../../api/client.ts'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { countOf } from '../../parts/numbers.ts'
import { titleOf } from '../../parts/reason-name.tsx'
import { formatExact } from '../../parts/time.tsx'
import { tellDone } from '../../parts/undo-notice.tsx'
import { useRefresh, type AddressView } from './queries.ts'

type View = Pick<AddressView, 'address' | 'incidents'>

async function undo(incidents: readonly string[], dryRun: boolean, note?: string) {
  return await answerOf(api.POST('/v1/undo', { body: {
    filter: { incidents: [...incidents] }, dryRun, sampleLimit: 10,
    ...(note === undefined || note === '' ? {} : { note }),
  } }))
}

export function TakeBack({ view: { address, incidents }, onDone }: {
  readonly view: View; readonly onDone: () => void
}) {
  const open = incidents.filter(({ incident }) => incident.voided !== true)
  const [chosen, setChosen] = useState<readonly string[]>(open.map(({ id }) => id))
  const [note, setNote] = useState('')
  const refresh = useRefresh(address)
  const trial = useQuery({
    queryKey: ['address', address, 'undo', chosen], enabled: chosen.length > 0,
    queryFn: async () => await undo(chosen, true),
  })
  const { mutate, error, isPending } = useMutation({
    mutationFn: async () => await undo(chosen, false, note.trim()),
    onSuccess: async (done) => {
      onDone()
      await refresh()
      tellDone(`${countOf(done.incidents, 'failure')} will never count again.`)
    },
  })
  if (open.length === 0) return <Text size="sm">Every failure was taken back already.</Text>
  return (
    <Stack gap="sm">
      <Checkbox.Group
        label="Which failures shall never count?" value={[...chosen]} onChange={setChosen}
      >
        <Stack gap={6} mt={4}>
          {open.map(({ id, incident: { at, reason, receiver } }) => (
            <Checkbox
              key={id} value={id} label={`${titleOf(reason)} at ${receiver}, ${formatExact(at)}`}
            />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextInput
        label="Why" value={note} maxLength={500}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {chosen.length === 0 || trial.data === undefined ? null : (
        <Alert variant="light" py="xs" title="What would come of it">
          {trial.data.samples.length === 0 ? 'The state of the address stays as it is.'
            : trial.data.samples.map((sample) => wordsOf(sample)).join('; ')}
          {trial.data.lifted === 0 ? '' : ` · ${countOf(trial.data.lifted, 'suppression')} end`}
        </Alert>
      )}
      {trial.error === null ? null : <ErrorNotice error={trial.error} />}
      {error === null ? null : <ErrorNotice error={error} />}
      <Group gap="xs">
        <Button loading={isPending} disabled={chosen.length === 0} onClick={() => mutate()}>
          Take {countOf(chosen.length, 'failure')} back
        </Button>
        <Button variant="default" onClick={onDone}>Cancel</Button>
      </Group>
    </Stack>
  )
}

/** The document leaves samples open. */
function wordsOf(sample: unknown): string {
  const { list = '', before = '', after = '' } = sample as Readonly<Record<string, string>>
  const where = list === '' ? '' : ` (list ${list})`
  return before === after ? `stays ${after}${where}` : `${before} → ${after}${where}`
}
