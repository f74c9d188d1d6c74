// A field for a password that is chosen: how long it has to be, and how good it is by its length.
// There are no rules of composition: they make passwords worse (NIST SP 800-63B §3.1.1.2).

import { PasswordInput, Progress, Text } from '@mantine/core'

const PASSWORD_CHARS_MIN = 12
const CHARS_MAX = 256

const GRADES = [
  { from: 24, words: 'Very good.', color: 'teal', share: 100 },
  { from: 16, words: 'Good.', color: 'teal', share: 75 },
  { from: PASSWORD_CHARS_MIN, words: 'Long enough; a few more words make it better.',
    color: 'yellow', share: 50 },
] as const

export function NewPasswordField({ label, value, onChange }: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  const chars = [...value].length
  const grade = GRADES.find(({ from }) => chars >= from)
  const missing = PASSWORD_CHARS_MIN - chars
  return (
    <div>
      <PasswordInput
        label={label} value={value} required withAsterisk={false}
        minLength={PASSWORD_CHARS_MIN} maxLength={CHARS_MAX}
        description="12 characters or more. Four or five words that you remember do well."
        autoComplete="new-password" onChange={(event) => onChange(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': 'Show the password' }}
      />
      <Progress
        value={chars === 0 ? 0 : grade?.share ?? 20} color={grade?.color ?? 'red'} size={4} mt={6}
        aria-hidden
      />
      <Text size="xs" c="dimmed" mt={4} mih={18} role="status">
        {chars === 0 ? '' : grade?.words ?? `${missing} more ${missing === 1 ? 'sign' : 'signs'}.`}
      </Text>
    </div>
  )
}
