// Every condition of a bounce with its outcome: those that refuse it first.

import { Button, Collapse, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowUp, IconCheck, IconX } from '@tabler/icons-react'
import { countOf } from '../../parts/numbers.ts'
import { SafeText } from '../../parts/safe-text.tsx'
import classes from './mailbox.module.css'
import type { Condition } from './queries.ts'
import { titleOfCondition } from './words.ts'

const OUTCOMES = {
  met: { sign: IconCheck, color: 'var(--mantine-color-teal-7)', said: 'Met' },
  refused: { sign: IconX, color: 'var(--mantine-color-red-7)', said: 'Not met' },
  lifted: { sign: IconArrowUp, color: 'var(--mantine-color-yellow-8)', said: 'Lifted by you' },
} as const

export function Conditions({ rows }: { readonly rows: readonly Condition[] }) {
  const [isOpen, { toggle }] = useDisclosure(false)
  const against = rows.filter(({ outcome }) => outcome !== 'met')
  const met = rows.filter(({ outcome }) => outcome === 'met')
  return (
    <Stack gap="xs">
      <Lines rows={against} />
      {met.length === 0 ? null : (
        <>
          <Button
            variant="subtle" size="compact-sm" w="fit-content" onClick={toggle}
            aria-expanded={isOpen} leftSection={<IconCheck size={14} />}
          >
            {countOf(met.length, 'condition')} {met.length === 1 ? 'is' : 'are'} met
          </Button>
          <Collapse expanded={isOpen}>{isOpen ? <Lines rows={met} /> : null}</Collapse>
        </>
      )}
    </Stack>
  )
}

function Lines({ rows }: { readonly rows: readonly Condition[] }) {
  if (rows.length === 0) return null
  return (
    <ul className={classes['conditions']}>
      {rows.map(({ name, outcome, because, evidence }) => {
        const { sign: Sign, color, said } = OUTCOMES[outcome]
        return (
          <li key={name} className={classes['condition']}>
            <Sign size={18} color={color} aria-label={said} />
            <div>
              <Text size="sm" fw={600} span>{titleOfCondition(name)}. </Text>
              <SafeText text={because} />
              {evidence === undefined ? null
                : <div className={classes['evidence']}><SafeText text={evidence} /></div>}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
