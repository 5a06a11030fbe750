/** What reports say, in English. A text with forms names one for each plural category of the language. */
import type { Text } from './words.ts'

export const wordsEn = {
  'document.contents': 'Contents', 'document.rowsShown': '{shown} of {all} rows; the others are in the XLSX and CSV files.', 'document.table': 'Table', 'document.figure': 'Figure', 'document.page': 'Page', 'document.sources': 'Sources',
  'document.asTable': 'Show as a table', 'document.zoomIn': 'Zoom in', 'document.zoomOut': 'Zoom out', 'document.wholePicture': 'Whole picture', 'document.listOfNodes': 'What the picture shows', 'document.print': 'Print'
} satisfies Record<string, Text>
