// What a webhook tells of: everything, or some things.

import { Checkbox, Radio, Stack } from '@mantine/core'
import { TYPES } from './queries.ts'

const USUAL = ['suppression.added', 'suppression.lifted']

export function TypeChoice({ types, disabled = false, onChange }: {
  /** None: everything. */
  readonly types: readonly string[]
  readonly disabled?: boolean
  readonly onChange: (types: readonly string[]) => void
}) {
  // Types that were set over the API and have no words here stay as they are.
  const others = types.filter((type) => !TYPES.some(([known]) => known === type))
  return (
    <Stack gap="xs">
      <Radio.Group
        label="Tell of" value={types.length === 0 ? 'all' : 'some'}
        onChange={(which) => onChange(which === 'all' ? [] : USUAL)}
      >
        <Stack gap={6} mt={4}>
          <Radio
            value="all" label="Everything, also what later versions add" disabled={disabled}
          />
          <Radio value="some" label="These alone" disabled={disabled} />
        </Stack>
      </Radio.Group>
      {types.length === 0 ? null : (
        <Checkbox.Group
          aria-label="Of these" value={[...types]}
          onChange={(chosen) => {
            if (chosen.length > 0) onChange(chosen)
          }}
        >
          <Stack gap={6} pl="lg">
            {[...TYPES, ...others.map((type) => [type, 'Set over the API'] as const)]
              .map(([type, words]) => (
                <Checkbox
                  key={type} value={type} disabled={disabled}
                  label={<>{words} <code>{type}</code></>}
                />
              ))}
          </Stack>
        </Checkbox.Group>
      )}
    </Stack>
  )
}
