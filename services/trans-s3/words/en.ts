/** English: what exhibits and documents say. A text with forms names one for each plural category of the language. */
import type { Text } from './say.ts'

export const en = {
  'cell.undefined': 'not defined', 'cell.withheld': 'withheld',

  'helix.industry': 'industry', 'helix.science': 'science', 'helix.administration': 'administration', 'helix.society': 'society',
  'question.importance': 'Importance', 'question.readiness': 'Readiness', 'question.commitment': 'Own commitment',
  'question.importanceText': 'How much does this priority matter for your region?', 'question.readinessText': 'How ready is your region to begin?', 'question.commitmentText': 'How much will your own organisation do for it?',
  'form.title': 'Consultation on joint priorities', 'form.about': 'How to fill in', 'form.person': 'Person {n}', 'form.caption': 'Answers of one person',
  'form.how': 'How to fill in', 'form.howText': 'Each person fills in one sheet. Write your group and region in column C, then a whole number from {least} (very low) to {most} (very high) in each of the three columns. Leave a priority empty if you do not want to rate it. If you need more sheets, copy one. Do not change column A.',
  'form.names': 'Names', 'form.namesText': 'The form asks for no names. Results are shown by group and region only where enough people answered. Do not write names in comments.',
  'form.helix': 'Your group. Write one of: {groups}', 'form.region': 'Your region. Write one code of: {regions}',
  'form.id': 'Key', 'form.priority': 'Priority', 'form.comment': 'Comment'
} satisfies Record<string, Text>
