// The habits with their grades, what came from not having each, and what to do next.

import { Group, List, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import type { Schema } from '../../api/client.ts'
import { BouncesLink } from '../../app/links.tsx'
import { countOf } from '../../parts/numbers.ts'
import { titleOf } from '../../parts/reason-name.tsx'
import { Grade } from './grade.tsx'
import { HABIT_NAMES, type Habit } from './words.ts'

export function Habits({ report, within }: {
  readonly report: Schema<'Habits'>; readonly within: string
}) {
  return (
    <Stack gap="xs" component="section" id="grades" aria-label="Grades">
      {report.sends > 0 ? null : (
        <Text size="sm" c="dimmed">
          No sends are registered for this time, so that bounces have nothing to be measured
          against: POST /v1/sends, or a log of your mail server, tells what was sent.
        </Text>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2, xl: 4 }} spacing="md" component="ul" p={0} m={0}>
        {report.habits.map((habit) => (
          <Card
            key={habit.habit} habit={habit} within={within}
            isMeasured={report.sends > 0 || habit.causes.length > 0}
          />
        ))}
      </SimpleGrid>
    </Stack>
  )
}

function Card({ habit, within, isMeasured }: {
  readonly habit: Habit; readonly within: string
  /** Who sends nothing does nothing wrong, and nothing right either. */
  readonly isMeasured: boolean
}) {
  const [name, about] = HABIT_NAMES[habit.habit]
  const { grade, text, causes, steps } = habit
  return (
    <Paper component="li" withBorder p="md" style={{ listStyle: 'none' }}>
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <div>
            <Title order={2} size="h5">{name}</Title>
            <Text size="xs" c="dimmed">{about}</Text>
          </div>
          <Grade grade={isMeasured ? grade : 'unknown'} />
        </Group>
        <Text size="sm">{text}</Text>
        {causes.length === 0 ? null : (
          <List size="sm" spacing={2} withPadding={false}>
            {causes.slice(0, 3).map(({ reason, incidents }) => (
              <List.Item key={reason}>
                <BouncesLink size="sm" words={{ reason, within }}>
                  {titleOf(reason)}
                </BouncesLink>: {countOf(incidents, 'bounce')}
              </List.Item>
            ))}
          </List>
        )}
        {steps.length === 0 ? null : <Steps steps={steps} />}
      </Stack>
    </Paper>
  )
}

function Steps({ steps }: { readonly steps: readonly string[] }) {
  return (
    <div>
      <Text size="xs" fw={600}>Next</Text>
      <List size="sm" spacing={2}>
        {steps.map((step) => <List.Item key={step}>{step}</List.Item>)}
      </List>
    </div>
  )
}
