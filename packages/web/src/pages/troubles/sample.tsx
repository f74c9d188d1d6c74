// One of the refusals, with the words marked that say why.

import { Text, Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { answerOf, api, type Schema } from '../../api/client.ts'
import { AddressLink, BounceLink } from '../../app/links.tsx'
import { EvidenceText } from '../../parts/evidence-text.tsx'
import { toEventRow } from '../../parts/event-row.ts'

export function Sample({ trouble: { sample } }: { readonly trouble: Schema<'Trouble'> }) {
  const { event: id, address, diagnostic, replyCode, enhancedCode } = sample
  // Where the words stand is a fact of the event; without it, the reply is shown unmarked.
  const { data } = useQuery({
    queryKey: ['events', 'one', id],
    queryFn: async () => toEventRow(await answerOf(
      api.GET('/v1/events/{id}', { params: { path: { id } } }))),
  })
  const text = data?.event.diagnostic ?? diagnostic ??
    [replyCode, enhancedCode].filter(Boolean).join(' ')
  const spans = (data?.event.because ?? []).flatMap(({ span: [from, to], rule }) =>
    to > from ? [{ from, to, rule }] : [])
  return (
    <div>
      <Title order={3} size="h6" mb={4}>How it was said</Title>
      <EvidenceText text={text} spans={spans} />
      <Text size="sm" mt={4}>
        to <AddressLink address={address} fz="inherit" /> ·{' '}
        <BounceLink id={id} fz="inherit">open this bounce</BounceLink>
      </Text>
    </div>
  )
}
