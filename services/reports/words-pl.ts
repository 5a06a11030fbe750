/** What reports say, in Polish. */
import type { Key, Text } from './words.ts'

export const wordsPl: Record<Key, Text> = {
  'document.contents': 'Spis treści', 'document.rowsShown': '{shown} z {all} wierszy; pozostałe są w plikach XLSX i CSV.', 'document.table': 'Tabela', 'document.figure': 'Rysunek', 'document.page': 'Strona', 'document.sources': 'Źródła',
  'document.asTable': 'Pokaż jako tabelę', 'document.zoomIn': 'Powiększ', 'document.zoomOut': 'Pomniejsz', 'document.wholePicture': 'Cały obraz', 'document.listOfNodes': 'Co pokazuje rysunek', 'document.print': 'Drukuj'
}
