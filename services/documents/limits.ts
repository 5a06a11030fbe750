/** How much a document may hold. What crosses a limit is refused whole; nothing is cut. */

/** Tables of a document: a report of 400 clusters with five tables each; XLSX has a sheet for each. */
export const TABLES_MAX = 2000
/** Figures of a document: each is drawn into the page by hand of the PDF compiler; a report of 400 clusters has two each. */
export const FIGURES_MAX = 1000
/** Bytes of one figure: a network of some ten thousand marks, more than an eye can tell apart. */
export const FIGURE_BYTES_MAX = 2 * 1024 * 1024
/** Bytes of all figures together: they are held several times over while a file is written. */
export const FIGURES_BYTES_MAX = 32 * 1024 * 1024
/** Columns of a table: an A4 page shows a dozen; a matrix of 50 regions still fits the tables files. */
export const COLUMNS_MAX = 60
/** Rows of a table, its head left out: a sheet of Excel has 1,048,576 rows. */
export const ROWS_MAX = 1_048_575
/** Cells of all tables together: at some 200 bytes each in memory while a file is written, 400 MB. */
export const CELLS_MAX = 2_000_000
/** Cells that HTML, PDF and DOCX show (rowsShown of each table): about a thousand pages, more than anybody turns. */
export const CELLS_ON_PAGES_MAX = 200_000
/** Characters of one text: a cell of Excel holds 32,767. */
export const TEXT_MAX = 32_767
/** Levels of sections: a title of the document and four below it; h6 and Heading 6 are where formats end. */
export const SECTION_LEVELS_MAX = 4

/** The subject asked for makes more than a file can hold: not a mistake of the program, so whoever asked can be told. */
export class DocumentTooLarge extends Error {
  override name = 'DocumentTooLarge'
}

/** More documents are asked for at once than are written; later there is room again. */
export class DocumentsBusy extends Error {
  override name = 'DocumentsBusy'
}
