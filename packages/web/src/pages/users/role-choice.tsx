// The three roles, each with what it means.

import { Radio, Stack } from '@mantine/core'
import { ROLES, type Role } from './queries.ts'

export function RoleChoice({ value, disabled = false, onChange }: {
  readonly value: Role
  readonly disabled?: boolean
  readonly onChange: (role: Role) => void
}) {
  return (
    <Radio.Group label="Role" value={value} onChange={(role) => onChange(role as Role)}>
      <Stack gap="xs" mt="xs">
        {ROLES.map(([role, label, about]) => (
          <Radio key={role} value={role} label={label} description={about} disabled={disabled} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
