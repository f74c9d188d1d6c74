// What a sending system is told when it asks for the address, for each list.

import { Badge, Paper, Table, Text, Title } from '@mantine/core'
import { useQueries } from '@tanstack/react-query'
import { SafeText } from '../../parts/safe-text.tsx'
import { checkQuery, type AddressView } from './queries.ts'
import { ANSWERS, sentenceOf } from './words.ts'

export function Answers({ view: { address, states, answer } }: { readonly view: AddressView }) {
  const lists = states.map(({ list }) => list).filter((list) => list !== '')
  const answers = useQueries({ queries: lists.map((list) => checkQuery(address, list)) })
  const rows = [
    { list: 'any list', answer },
    ...lists.map((list, i) => ({ list, answer: answers[i]?.data })),
  ]
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="answers">
      <Title order={3} size="h5" id="answers">May one send?</Title>
      <Text size="xs" c="dimmed">What sending systems hear when they ask</Text>
      <Table fz="sm" verticalSpacing={4} mt={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>List</Table.Th><Table.Th>Answer</Table.Th><Table.Th>Why</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.list}>
              <Table.Td><SafeText text={row.list} /></Table.Td>
              <Table.Td>
                {row.answer === undefined ? '…' : (
                  <Badge
                    color={ANSWERS[row.answer.answer][0]} variant="light" tt="none" radius="sm"
                    miw="max-content"
                  >
                    {ANSWERS[row.answer.answer][1]}
                  </Badge>
                )}
              </Table.Td>
              <Table.Td>{row.answer === undefined ? null : sentenceOf(row.answer)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  )
}
