// Tells a receiver that came later what is suppressed already.

import { Stack, Text } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { ErrorNotice } from '../../parts/error-notice.tsx'
import { countOf } from '../../parts/numbers.ts'
import type { Endpoint } from './queries.ts'

export function TellAll({ endpoint, why }: {
  readonly endpoint: Endpoint
  /** Why it may not be told. */
  readonly why: string | undefined
}) {
  const client = useQueryClient()
  const tell = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/endpoints/{id}/tell-all', {
      params: { path: { id: endpoint.id } },
    })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['endpoints'] }),
  })
  return (
    <Stack gap={4} align="flex-start">
      <ConfirmButton
        variant="default" why={why ?? (endpoint.enabled ? undefined : 'Switch it on first.')}
        yes="Tell it" onConfirm={() => tell.mutate()}
        question="It is told of every address that is suppressed now. Tell it?"
      >
        Tell all that is suppressed now
      </ConfirmButton>
      {tell.error === null ? null : <ErrorNotice error={tell.error} />}
      <Text size="sm" role="status">
        {tell.data === undefined ? ''
          : tell.data.told === 0 ? 'There is nothing to tell that it was not told before.'
            : `${countOf(tell.data.told, 'address is', 'addresses are')} on their way.`}
      </Text>
    </Stack>
  )
}
