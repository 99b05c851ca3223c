/** A whole list as a file shows it; a row has a cell for each heading. */
export type Table = {
  /** What the file is called, without its ending. */
  name: string
  headings: readonly string[]
  rows: readonly (readonly string[])[]
  /** What stands around a list that is to be printed and signed; without it the list is only looked through. */
  form?: { title: string; lead: readonly string[]; foot: readonly string[] }
}
