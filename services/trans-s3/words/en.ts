/** English: what exhibits and documents say. A text with forms names one for each plural category of the language. */
import type { Text } from './say.ts'

export const en = {
  'cell.undefined': 'not defined', 'cell.withheld': 'withheld'
} satisfies Record<string, Text>
