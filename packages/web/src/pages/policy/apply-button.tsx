// Lets another policy decide, with what that means for the past, and a way back.

import type { Policy } from '@carom/core'
import { Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { answerOf, api } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { NEEDS_OPERATOR } from '../../parts/action-button.tsx'
import { ConfirmButton } from '../../parts/confirm-button.tsx'
import { countOf } from '../../parts/numbers.ts'
import { tellDone, tellFailed } from '../../parts/undo-notice.tsx'
import { policiesQuery, usePutPolicy } from './queries.ts'

export function ApplyButton({ policy, why, label = 'Use this policy' }: {
  readonly policy: Policy | undefined
  /** Why it cannot be used. */
  readonly why?: string | undefined
  readonly label?: string
}) {
  const mayApply = useMay('operator')
  const { data } = useQuery(policiesQuery)
  const { mutateAsync, isPending } = usePutPolicy()
  const before = data?.active.body
  const decide = async (next: Policy, last: Policy | undefined): Promise<void> => {
    try {
      const { row } = await mutateAsync({ policy: next, activate: true })
      tellDone(`${row.id} version ${row.version} decides now.`,
        last === undefined ? undefined : () => void decide(last, undefined))
    } catch (error) {
      tellFailed(`Nothing was changed: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  const apply = (): void => {
    if (policy !== undefined) void decide(policy, before)
  }
  return (
    <ConfirmButton
      loading={isPending} yes="Yes, use it" onConfirm={apply}
      why={mayApply ? why ?? (policy === undefined ? 'There is nothing to use yet.' : undefined)
        : NEEDS_OPERATOR}
      question={`Let ${policy?.title ?? 'it'} decide from now on?`}
    >
      {label}
    </ConfirmButton>
  )
}

/** What a change does to what has happened already. */
export function RetroactiveNote() {
  return (
    <Stack gap="xs" align="flex-start">
      <Text size="sm" c="dimmed" maw={760}>
        The state of an address is computed from its whole history. When another policy decides,
        each address is computed anew, with everything that happened to it before, as soon as
        something happens to it again: a bounce, a delivery, the end of a pause. What people
        decided stays. Going back to the policy of before takes it all back in the same way.
      </Text>
      <ApplyToPast />
    </Stack>
  )
}

/** Decides every address with a history anew, by the policy that is in use. */
function ApplyToPast() {
  const mayApply = useMay('operator')
  const { mutate, isPending } = useMutation({
    mutationFn: async () => await answerOf(api.POST('/v1/policies/apply', { body: {} })),
    onSuccess: ({ addresses }) =>
      tellDone(`${countOf(addresses, 'address', 'addresses')} will be decided anew in a moment.`),
    onError: (error) => tellFailed(`Nothing was changed: ${error.message}`),
  })
  return (
    <ConfirmButton
      variant="default" loading={isPending} yes="Yes, decide anew" onConfirm={() => mutate()}
      why={mayApply ? undefined : NEEDS_OPERATOR}
      question="Decide every address anew by the policy that is in use?"
    >
      Decide the past now
    </ConfirmButton>
  )
}
