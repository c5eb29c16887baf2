/** How a table's rows and columns are named by what reads them. Types only. */

/** Gives the trimmed text of a cell by its column's name. */
export type Cell = (column: string) => string;

/** Field → column. */
export type Mapping = ReadonlyMap<string, string>;
