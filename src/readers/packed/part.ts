// What is read at a time: a file, an entry of an archive, a sheet of a workbook.

/** Something to be read. */
export interface Part {
  /** Named as the user named the file; inside an archive, `archive.zip/entry`. */
  readonly file: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}
