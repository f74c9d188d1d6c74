// A grade from A to F; a question mark where nothing could be measured.

import { Badge } from '@mantine/core'
import { GRADE_COLORS, type Habit } from './words.ts'

export function Grade({ grade }: { readonly grade: Habit['grade'] }) {
  return (
    <Badge
      size="xl" radius="sm" variant="light" color={GRADE_COLORS[grade]} tt="none" w={48} px={0}
      flex="none" aria-label={grade === 'unknown' ? 'Not graded' : `Grade ${grade}`}
    >
      {grade === 'unknown' ? '?' : grade}
    </Badge>
  )
}
